import { eventHead, graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

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
    isAdult
    unsignedWaiverIds
    locale
    doorCode
    guests
    guestNames
    groupName
    minorGuests
    absentGuests
    addressConfirmed
    hasEmail
  }
`);

export const doorEventQuery = graphql(
  `
    query DoorEvent($id: ID!) {
      me {
        id
      }
      manageEvent(id: $id) {
        ...EventHead
        series {
          id
        }
        shifts {
          id
          role
          startsAt
          endsAt
          checkInOpensAt
          minimumAge
        }
        withMinors
      }
      doorWaivers(eventId: $id) {
        typeId
        name
        nameEs
        version
        body
        bodyEs
        shiftIds
      }
    }
  `,
  [eventHead],
);

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

export const signWaiverMutation = graphql(
  `
    mutation SignWaiverAtDoor($signupId: ID!, $waiver: DoorSignatureInput!) {
      signWaiverAtDoor(signupId: $signupId, waiver: $waiver) {
        ...Attendee
      }
    }
  `,
  [Attendee],
);

export const markAbsentGuestsMutation = graphql(
  `
    mutation MarkAbsentGuestsAtDoor($signupId: ID!, $absentGuests: [Int!]!) {
      markAbsentGuests(signupId: $signupId, absentGuests: $absentGuests) {
        ...Attendee
      }
    }
  `,
  [Attendee],
);

export type DoorWaiver = ResultOf<typeof doorEventQuery>['doorWaivers'][number];
export type WaiverSignature = Required<VariablesOf<typeof signWaiverMutation>['waiver']>;
export type DoorEvent = NonNullable<ResultOf<typeof doorEventQuery>['manageEvent']>;
export type Attendee = ResultOf<typeof Attendee>;
export type OutcomeCode = ResultOf<typeof recordAttendanceMutation>['recordAttendance'][number]['code'];
