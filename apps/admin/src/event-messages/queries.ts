import { eventHead, graphql, type ResultOf, type VariablesOf } from '@upstander/api-client';

const messageHead = graphql(`
  fragment EventMessageHead on EventMessage @_unmask {
    id
    subject
    subjectEs
    status
    sendAt
    author
    audience
    shiftIds
    counts {
      sent
      waiting
      failed
      stopped
      leftOut
    }
  }
`);

export const composeQuery = graphql(
  `
    query ComposeEventMessage($id: ID!) {
      manageEvent(id: $id) {
        ...EventHead
        contactEmail
        shifts {
          id
          role
        }
      }
      manageRegistrations(eventId: $id) {
        form {
          id
        }
      }
    }
  `,
  [eventHead],
);
export type MessageEvent = NonNullable<ResultOf<typeof composeQuery>['manageEvent']>;

export const audienceQuery = graphql(`
  query EventAudience($eventId: ID!, $audience: EventAudienceInput!) {
    eventAudience(eventId: $eventId, audience: $audience) {
      people
      spanish
      receivesReplies
      leftOutCount
      leftOut {
        signupId
        registrationId
        name
        reason
      }
      sizes {
        kind
        people
      }
    }
  }
`);
export type Audience = VariablesOf<typeof audienceQuery>['audience'];

export const sendMessageMutation = graphql(`
  mutation SendEventMessage($input: SendEventMessageInput!) {
    sendEventMessage(input: $input) {
      id
    }
  }
`);

export const testMessageMutation = graphql(`
  mutation TestEventMessage($input: TestEventMessageInput!) {
    testEventMessage(input: $input) {
      email
    }
  }
`);

export const stopMessageMutation = graphql(
  `
    mutation StopEventMessage($id: ID!) {
      stopEventMessage(id: $id) {
        ...EventMessageHead
      }
    }
  `,
  [messageHead],
);

export const eventMessagesQuery = graphql(
  `
    query EventMessages($eventId: ID!, $first: Int, $after: String) {
      eventMessages(eventId: $eventId, first: $first, after: $after) {
        edges {
          node {
            ...EventMessageHead
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
  `,
  [messageHead],
);
export type MessageHead = ResultOf<typeof eventMessagesQuery>['eventMessages']['edges'][number]['node'];

export const eventMessageQuery = graphql(
  `
    query EventMessage($id: ID!, $eventId: ID!) {
      eventMessage(id: $id) {
        ...EventMessageHead
        eventId
        body
        bodyEs
        stoppedAt
        signupIds
      }
      manageEvent(id: $eventId) {
        ...EventHead
        shifts {
          id
          role
        }
      }
    }
  `,
  [eventHead, messageHead],
);
export type EventMessage = ResultOf<typeof eventMessageQuery>['eventMessage'];

export const recipientsQuery = graphql(`
  query EventMessageRecipients($messageId: ID!, $first: Int, $after: String) {
    eventMessageRecipients(messageId: $messageId, first: $first, after: $after) {
      edges {
        node {
          id
          name
          result
          leftOut
          sentAt
          lastError
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
