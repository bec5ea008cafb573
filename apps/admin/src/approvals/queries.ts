import { graphql, type ResultOf } from '@upstander/api-client';

export const approvalsQuery = graphql(`
  query Approvals($first: Int, $after: String) {
    approvals(first: $first, after: $after) {
      edges {
        node {
          kind
          id
          title
          businessName
          renewing
          waitingSince
          flags
          approvalsGiven
          approvalsNeeded
          mine
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

export type Approval = ResultOf<typeof approvalsQuery>['approvals']['edges'][number]['node'];
