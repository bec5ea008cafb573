import { graphql, type ResultOf } from '@upstander/api-client';

const Attendee = graphql(`
  fragment Attendee on AttendanceEntry @_unmask {
    id
    name
    shiftId
    status
    checkedInAt
    checkedOutAt
    lastMarkId
    isMinor
    doorCode
    guests
    guestNames
  }
`);

export const doorEventQuery = graphql(`
  query DoorEvent($id: ID!) {
    me {
      id
    }
    manageEvent(id: $id) {
      id
      title
      status
      startsAt
      endsAt
      timeZone
      shifts {
        id
        role
        startsAt
        endsAt
      }
    }
  }
`);

export const attendanceQuery = graphql(
  `
    query Attendance($eventId: ID!, $after: String) {
      attendance(eventId: $eventId, first: 100, after: $after) {
        edges {
          node {
            ...Attendee
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [Attendee],
);

export const recordAttendanceMutation = graphql(
  `
    mutation RecordAttendance($marks: [AttendanceMarkInput!]!) {
      recordAttendance(marks: $marks) {
        markId
        code
        entry {
          ...Attendee
        }
      }
    }
  `,
  [Attendee],
);

export const addWalkInMutation = graphql(
  `
    mutation AddWalkIn($input: AddWalkInInput!) {
      addWalkIn(input: $input) {
        ...Attendee
      }
    }
  `,
  [Attendee],
);

export type DoorEvent = NonNullable<ResultOf<typeof doorEventQuery>['manageEvent']>;
export type Attendee = ResultOf<typeof Attendee>;
export type OutcomeCode = ResultOf<typeof recordAttendanceMutation>['recordAttendance'][number]['code'];
