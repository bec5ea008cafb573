import { type FragmentOf, graphql } from '@upstander/api-client';

export const ShiftRow = graphql(`
  fragment ShiftRow on EligibleShift @_unmask {
    miles
    missing {
      id
      kind
      name
      nameEs
      isRequiredToSignUp
    }
    shift {
      id
      role
      note
      startsAt
      endsAt
      placesLeft
      minimumAge
    }
    event {
      slug
      title
      timeZone
      online
      place
      languages
      withMinors
      chapter {
        name
      }
    }
  }
`);
export type ShiftRowData = FragmentOf<typeof ShiftRow>;

export const OwnPostcode = graphql(`
  query OwnPostcode {
    me {
      volunteer {
        postcode
      }
    }
  }
`);

export const ShiftsPage = graphql(
  `
    query ShiftsPage($near: Near, $filter: EligibleShiftFilter, $first: Int, $after: String) {
      eligibleShifts(near: $near, filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...ShiftRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
        postcodeKnown
      }
      chapters {
        slug
        name
      }
      volunteerTerms(kind: SKILL) {
        id
        name
        nameEs
      }
    }
  `,
  [ShiftRow],
);
