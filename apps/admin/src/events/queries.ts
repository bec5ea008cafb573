import { eventFacts, graphql, shiftFacts, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const eventQuery = graphql(
  `
    query ManageEvent($id: ID!) {
      manageEvent(id: $id) {
        ...EventFacts
        id
        summary
        description
        startsAt
        endsAt
        startsAtLocal
        endsAtLocal
        chapter {
          id
          name
        }
        imageUrl
        opensAtLocal
        opensToMembersAtLocal
        withMinors
        minimumAdults
        version
        overrides
        series {
          id
          title
        }
        shifts {
          ...ShiftFacts
          startsAtLocal
          endsAtLocal
          taken
          maxFirstTimers
          needsLead
          skillIds
          signUpCredentialIds
          dayCredentialIds
          credentialsDueHours
        }
      }
    }
  `,
  [eventFacts, shiftFacts],
);

export type ManagedEvent = NonNullable<ResultOf<typeof eventQuery>['manageEvent']>;

export const skillsQuery = graphql(`
  query Skills {
    volunteerTerms(kind: SKILL) {
      id
      name
      nameEs
    }
  }
`);

export const eventUpdatePreviewQuery = graphql(`
  query EventUpdatePreview($id: ID!, $input: EventInput!) {
    eventUpdatePreview(id: $id, input: $input) {
      notifiedCount
    }
  }
`);

export const eventFeedbackQuery = graphql(`
  query EventFeedback($eventId: ID!, $first: Int, $after: String) {
    eventFeedback(eventId: $eventId, first: $first, after: $after) {
      average
      minimumAnswers
      totalCount
      ratings {
        rating
        count
      }
      edges {
        cursor
        node {
          rating
          comment
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const deleteEventMutation = graphql(`
  mutation DeleteEvent($id: ID!) {
    deleteEvent(id: $id) {
      ok
    }
  }
`);

export const createEventMutation = graphql(`
  mutation CreateEvent($input: EventInput!, $idempotencyKey: String) {
    createEvent(input: $input, idempotencyKey: $idempotencyKey) {
      id
    }
  }
`);

export type EventInput = VariablesOf<typeof createEventMutation>['input'];

export const updateEventMutation = graphql(`
  mutation UpdateEvent($id: ID!, $input: EventInput!) {
    updateEvent(id: $id, input: $input) {
      id
    }
  }
`);

export const publishEventMutation = graphql(`
  mutation PublishEvent($id: ID!) {
    publishEvent(id: $id) {
      id
    }
  }
`);

export const cancelEventMutation = graphql(`
  mutation CancelEvent($id: ID!, $reason: String!) {
    cancelEvent(id: $id, reason: $reason) {
      id
    }
  }
`);

export const lastEventQuery = graphql(`
  query LastEvent {
    manageEvents(sort: STARTS_AT_DESC, first: 1) {
      edges {
        node {
          id
          title
        }
      }
    }
  }
`);

const hoursFields = graphql(`
  fragment EventHours on EventHours @_unmask {
    people
    minutes
    waiting
    unmarked
  }
`);

export const eventHoursQuery = graphql(
  `
    query EventHours($eventId: ID!) {
      eventHours(eventId: $eventId) {
        ...EventHours
      }
    }
  `,
  [hoursFields],
);

export const approveHoursMutation = graphql(
  `
    mutation ApproveHours($eventId: ID!) {
      approveHours(eventId: $eventId) {
        ...EventHours
      }
    }
  `,
  [hoursFields],
);
