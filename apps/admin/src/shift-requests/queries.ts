import { eventHead, graphql, shiftFacts, type ResultOf } from '@upstander/api-client';

export const findPeopleQuery = graphql(
  `
    query FindPeople($id: ID!) {
      manageEvent(id: $id) {
        ...EventHead
        online
        chapter {
          id
          name
        }
        withMinors
        shifts {
          ...ShiftFacts
          skillIds
        }
      }
    }
  `,
  [eventHead, shiftFacts],
);

export type FindPeopleEvent = NonNullable<ResultOf<typeof findPeopleQuery>['manageEvent']>;

export const candidatesQuery = graphql(`
  query ShiftCandidates($shiftId: ID!, $filter: ShiftCandidateFilter, $first: Int, $after: String) {
    shiftCandidates(shiftId: $shiftId, filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          name
          isAdult
          hasSkills
          isAvailable
          miles
          hasCredentials
          activeAt
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

export const requestsQuery = graphql(`
  query ShiftRequests($shiftId: ID!) {
    shiftRequests(shiftId: $shiftId) {
      id
      volunteerId
      name
      askedAt
      askedBy
      outcome
    }
  }
`);

export const requestVolunteersMutation = graphql(`
  mutation RequestVolunteers($shiftId: ID!, $volunteerIds: [ID!]!, $reserveHours: Int) {
    requestVolunteers(shiftId: $shiftId, volunteerIds: $volunteerIds, reserveHours: $reserveHours)
  }
`);
