import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const trailQuery = graphql(`
  query AuditTrail($filter: AuditFilter, $first: Int, $after: String) {
    auditTrail(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id: seq
          seq
          at
          actorId
          actorName
          actorKind
          action
          recordKind
          recordId
          reason
          reasonGiven
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

export type TrailRow = ResultOf<typeof trailQuery>['auditTrail']['edges'][number]['node'];
export type TrailVariables = VariablesOf<typeof trailQuery>;

export const lastCheckQuery = graphql(`
  query LastTrailCheck {
    lastAuditCheck {
      ok
      firstBroken
      rows
      checkedAt
    }
  }
`);

export const chainQuery = graphql(`
  query AuditChain {
    auditChain {
      ok
      firstBroken
      rows
      checkedAt
    }
  }
`);
