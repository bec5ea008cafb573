import { graphql, type ResultOf } from '@upstander/api-client';

const endpointFields = graphql(`
  fragment EndpointFields on WebhookEndpoint @_unmask {
    id
    chapterId
    chapterName
    url
    description
    types
    status
    disabledReason
    failures
    failingSince
    retryAt
    succeededAt
    oldSecretUntil
    createdAt
    pendingCount
  }
`);

export const endpointsQuery = graphql(
  `
    query WebhookEndpoints($chapterId: ID) {
      webhookEndpoints(chapterId: $chapterId) {
        ...EndpointFields
      }
    }
  `,
  [endpointFields],
);

export const endpointQuery = graphql(
  `
    query WebhookEndpoint($id: ID!) {
      webhookEndpoint(id: $id) {
        ...EndpointFields
      }
    }
  `,
  [endpointFields],
);

export const typesQuery = graphql(`
  query WebhookTypes($forChapter: Boolean! = false) {
    webhookTypes(forChapter: $forChapter)
  }
`);

export const deliveriesQuery = graphql(`
  query WebhookDeliveries($endpointId: ID!, $filter: WebhookDeliveryFilter, $first: Int, $after: String) {
    webhookDeliveries(endpointId: $endpointId, filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          type
          status
          attempts
          occurredAt
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

export const deliveryQuery = graphql(`
  query WebhookDelivery($id: ID!) {
    webhookDelivery(id: $id) {
      id
      eventId
      type
      status
      occurredAt
      payload
      attemptLog {
        id
        attemptedAt
        milliseconds
        statusCode
        problem
        response
      }
    }
  }
`);

export const createMutation = graphql(`
  mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) {
      secret
      endpoint {
        id
      }
    }
  }
`);

export const updateMutation = graphql(`
  mutation UpdateWebhookEndpoint($id: ID!, $input: WebhookEndpointInput!) {
    updateWebhookEndpoint(id: $id, input: $input) {
      id
    }
  }
`);

export const rotateMutation = graphql(`
  mutation RotateWebhookSecret($id: ID!) {
    rotateWebhookSecret(id: $id) {
      secret
      endpoint {
        id
      }
    }
  }
`);

export const enableMutation = graphql(`
  mutation EnableWebhookEndpoint($id: ID!, $enabled: Boolean!) {
    enableWebhookEndpoint(id: $id, enabled: $enabled) {
      id
    }
  }
`);

export const deleteMutation = graphql(`
  mutation DeleteWebhookEndpoint($id: ID!) {
    deleteWebhookEndpoint(id: $id)
  }
`);

export const testMutation = graphql(`
  mutation SendTestWebhook($id: ID!) {
    sendTestWebhook(endpointId: $id) {
      id
    }
  }
`);

export const replayMutation = graphql(`
  mutation ReplayWebhook($id: ID!) {
    replayWebhook(id: $id) {
      id
    }
  }
`);

export const replayManyMutation = graphql(`
  mutation ReplayWebhooks($input: ReplayWebhooksInput!) {
    replayWebhooks(input: $input) {
      count
    }
  }
`);

export type EndpointData = ResultOf<typeof endpointQuery>['webhookEndpoint'];
export type DeliveryData = ResultOf<typeof deliveryQuery>['webhookDelivery'];
