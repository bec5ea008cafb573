import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const securityEventsQuery = graphql(`
  query SecurityEvents(
    $kinds: [String!]
    $accountId: ID
    $from: DateTime
    $until: DateTime
    $first: Int
    $after: String
  ) {
    securityEvents(kinds: $kinds, accountId: $accountId, from: $from, until: $until, first: $first, after: $after) {
      edges {
        node {
          id
          kind
          at
          account {
            id
            name
          }
          by {
            id
            name
          }
          detail
          network
          count
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

export type SecurityEventRow = ResultOf<typeof securityEventsQuery>['securityEvents']['edges'][number]['node'];
export type SecurityEventVariables = VariablesOf<typeof securityEventsQuery>;
