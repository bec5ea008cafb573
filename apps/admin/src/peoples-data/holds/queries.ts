import { graphql, type ResultOf } from '@upstander/api-client';
import type { RowOf } from '../../parts/lists/connection';

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
    }
  }
`);
