import { graphql, type ResultOf } from '@upstander/api-client';
import type { RowOf } from '../../parts/lists/connection';

export const dataRequestsQuery = graphql(`
  query DataRequests($filter: DataRequestFilter, $first: Int, $after: String) {
    dataRequests(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          kind
          status
          email
          needsSecondApproval
          askedByName
          byOperator
          approvedByName
          requestedAt
          dueOn
          endedAt
          isOnLegalHold
          canApprove
          canWithdraw
          withdrawalRequestedByName
          refusedCode
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      totalIsCapped
    }
  }
`);

export type DataRequest = RowOf<ResultOf<typeof dataRequestsQuery>, 'dataRequests'>;

export const openRequestMutation = graphql(`
  mutation OpenDataRequest($input: OpenDataRequestInput!) {
    openDataRequest(input: $input) {
      id
      kind
      status
    }
  }
`);

export const approveRequestMutation = graphql(`
  mutation ApproveDataRequest($id: ID!) {
    approveDataRequest(id: $id) {
      id
      status
    }
  }
`);

export const withdrawRequestMutation = graphql(`
  mutation WithdrawDataRequest($id: ID!) {
    withdrawDataRequest(id: $id) {
      id
      status
    }
  }
`);
