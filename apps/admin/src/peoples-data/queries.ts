import { graphql, type ResultOf } from '@upstander/api-client';
import type { RowOf } from '../parts/lists/connection';

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

export const legalHoldsQuery = graphql(`
  query LegalHolds($active: Boolean!, $first: Int, $after: String) {
    legalHolds(active: $active, first: $first, after: $after) {
      edges {
        node {
          id
          email
          subjectId
          reason
          endsOn
          placedAt
          placedByName
          endedAt
          endedByName
          isActive
          canEnd
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

export type LegalHold = RowOf<ResultOf<typeof legalHoldsQuery>, 'legalHolds'>;

export const placeHoldMutation = graphql(`
  mutation PlaceLegalHold($input: PlaceLegalHoldInput!) {
    placeLegalHold(input: $input) {
      id
    }
  }
`);

export const endHoldMutation = graphql(`
  mutation EndLegalHold($id: ID!) {
    endLegalHold(id: $id) {
      id
      isActive
    }
  }
`);

export const retentionQuery = graphql(`
  query Retention {
    retentionRules {
      about
      reason
      days
      setting
      job
      doneAt
    }
  }
`);

export type RetentionRule = ResultOf<typeof retentionQuery>['retentionRules'][number];
