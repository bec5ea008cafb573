import { eventHead, graphql, type ResultOf, shiftFacts } from '@upstander/api-client';

export const rosterEventQuery = graphql(
  `
    query RosterEvent($id: ID!) {
      manageEvent(id: $id) {
        series {
          id
        }
        ...EventHead
        place
        online
        chapter {
          id
          name
        }
        withMinors
        maxGuests
        shifts {
          ...ShiftFacts
          taken
          checkInOpensAt
        }
      }
    }
  `,
  [shiftFacts, eventHead],
);

export type RosterEvent = NonNullable<ResultOf<typeof rosterEventQuery>['manageEvent']>;
export type RosterShift = RosterEvent['shifts'][number];

export const addSignupMutation = graphql(`
  mutation AddSignup(
    $shiftId: ID!
    $name: String!
    $email: EmailAddress!
    $phone: PhoneNumber
    $overlapReason: String
    $oldEnough: Boolean
    $idempotencyKey: String
  ) {
    addSignup(
      shiftId: $shiftId
      name: $name
      email: $email
      phone: $phone
      overlapReason: $overlapReason
      oldEnough: $oldEnough
      idempotencyKey: $idempotencyKey
    ) {
      id
      status
      position
    }
  }
`);

export const moveSignupMutation = graphql(`
  mutation MoveSignup($id: ID!, $toShiftId: ID!, $overlapReason: String) {
    moveSignup(id: $id, toShiftId: $toShiftId, overlapReason: $overlapReason) {
      id
      shiftId
      status
    }
  }
`);

export const moveSignupsMutation = graphql(`
  mutation MoveSignups($ids: [ID!]!, $toShiftId: ID!) {
    moveSignups(ids: $ids, toShiftId: $toShiftId) {
      id
      problem
    }
  }
`);

export const removeSignupMutation = graphql(`
  mutation RemoveSignup($id: ID!, $reason: String) {
    removeSignup(id: $id, reason: $reason) {
      id
      status
    }
  }
`);

export const rosterQuery = graphql(`
  query Roster($eventId: ID!, $filter: RosterFilter, $order: RosterOrder, $first: Int, $after: String) {
    roster(eventId: $eventId, filter: $filter, order: $order, first: $first, after: $after) {
      edges {
        node {
          id
          name
          email
          volunteerId
          phone
          locale
          status
          position
          addressConfirmed
          offerExpiresAt
          createdAt
          checkedInAt
          checkedOutAt
          minutes
          earlyReason
          overlapReason
          takenOverFromName
          guests
          guestNames
          groupName
          minorGuests
          absentGuests
          shiftId
          isMinor
          isLead
          leadsShift
          checkedInByLead
          isFirstTime
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

export const appointLeadMutation = graphql(`
  mutation AppointShiftLead($signupId: ID!) {
    appointShiftLead(signupId: $signupId) {
      id
      leadsShift
    }
  }
`);

export const dismissLeadMutation = graphql(`
  mutation DismissShiftLead($signupId: ID!) {
    dismissShiftLead(signupId: $signupId) {
      id
      leadsShift
    }
  }
`);

export const markAttendanceMutation = graphql(`
  mutation MarkAttendance($marks: [AttendanceMarkInput!]!) {
    recordAttendance(marks: $marks) {
      markId
      code
    }
  }
`);

export const presentContactsQuery = graphql(`
  query PresentContacts($eventId: ID!) {
    manageEvent(id: $eventId) {
      id
      title
    }
    presentEmergencyContacts(eventId: $eventId) {
      signupId
      name
      phone
      role
      isMinor
      guests
      contact {
        name
        phone
        relation
      }
    }
  }
`);

const gapFields = graphql(`
  fragment GapFields on ShiftGap @_unmask {
    shiftId
    needsLead
    hasLead
    adults
    adultsNeeded
    tooFewAdults
    unknownAges
    waitlistedAdults
    override {
      reason
      by
      madeAt
    }
  }
`);

export const shiftGapsQuery = graphql(
  `
    query ShiftGaps($eventId: ID!) {
      shiftGaps(eventId: $eventId) {
        ...GapFields
      }
    }
  `,
  [gapFields],
);

export type ShiftGap = ResultOf<typeof shiftGapsQuery>['shiftGaps'][number];

export const overrideMutation = graphql(
  `
    mutation OverrideSafeguarding($shiftId: ID!, $reason: String!) {
      overrideSafeguarding(shiftId: $shiftId, reason: $reason) {
        ...GapFields
      }
    }
  `,
  [gapFields],
);

export const askForAgesMutation = graphql(`
  mutation AskForAges($shiftId: ID!) {
    askForAges(shiftId: $shiftId)
  }
`);

export const offerSpotsToAdultsMutation = graphql(`
  mutation OfferSpotsToAdults($shiftId: ID!) {
    offerSpotsToAdults(shiftId: $shiftId)
  }
`);
