import { graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

export const eventsQuery = graphql(`
  query ManageEvents($filter: EventFilter, $status: [EventStatus!], $sort: EventSort, $first: Int, $after: String) {
    manageEvents(filter: $filter, status: $status, sort: $sort, first: $first, after: $after) {
      edges {
        node {
          id
          title
          startsAt
          endsAt
          timeZone
          status
          online
          place
          chapter {
            id
            name
          }
          shifts {
            id
            capacity
            taken
            waiting
          }
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

export type EventRow = ResultOf<typeof eventsQuery>['manageEvents']['edges'][number]['node'];
export type EventsVariables = VariablesOf<typeof eventsQuery>;

/** Everything an organizer wrote, to be shown and changed. */
export const eventQuery = graphql(`
  query ManageEvent($id: ID!) {
    manageEvent(id: $id) {
      id
      slug
      title
      summary
      description
      startsAt
      endsAt
      startsAtLocal
      endsAtLocal
      timeZone
      status
      chapter {
        id
        name
      }
      online
      place
      onlineUrl
      contactName
      contactEmail
      imageUrl
      languages
      accessibility
      bring
      cancelReason
      version
      shifts {
        id
        role
        startsAt
        endsAt
        startsAtLocal
        endsAtLocal
        capacity
        taken
        placesLeft
        waiting
        minimumAge
        note
      }
    }
  }
`);

export type ManagedEvent = NonNullable<ResultOf<typeof eventQuery>['manageEvent']>;

export const eventUpdatePreviewQuery = graphql(`
  query EventUpdatePreview($id: ID!, $input: EventInput!) {
    eventUpdatePreview(id: $id, input: $input) {
      peopleTold
    }
  }
`);

export const eventFeedbackQuery = graphql(`
  query EventFeedback($eventId: ID!, $first: Int, $after: String) {
    eventFeedback(eventId: $eventId, first: $first, after: $after) {
      average
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
      status
    }
  }
`);

export const cancelEventMutation = graphql(`
  mutation CancelEvent($id: ID!, $reason: String!) {
    cancelEvent(id: $id, reason: $reason) {
      id
      status
      cancelReason
    }
  }
`);
