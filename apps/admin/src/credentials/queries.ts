import { credentialRow, credentialType, graphql, type ResultOf } from '@upstander/api-client';

/** Credentials to decide. Both lists use the same alias, so that one table can show them. */
export const toDecideQuery = graphql(
  `
    query CredentialsToDecide($filter: CredentialFilter, $first: Int, $after: String) {
      credentials: credentialsToDecide(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...CredentialRow
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
  [credentialRow],
);

export const expiringQuery = graphql(
  `
    query CredentialsExpiring($filter: CredentialFilter, $first: Int, $after: String) {
      credentials: credentialsExpiring(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...CredentialRow
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
  [credentialRow],
);

export type CredentialRow = ResultOf<typeof credentialRow>;

export const decideMutation = graphql(`
  mutation DecideCredentials($ids: [ID!]!, $approve: Boolean!, $reason: String) {
    decideCredentials(ids: $ids, approve: $approve, reason: $reason) {
      id
      status
    }
  }
`);

export const typesQuery = graphql(
  `
    query AllCredentialTypes {
      allCredentialTypes {
        ...CredentialTypeRow
        howToGet
        howToGetEs
        minimumAge
      }
    }
  `,
  [credentialType],
);

export type TypeRow = ResultOf<typeof typesQuery>['allCredentialTypes'][number];

export const textQuery = graphql(`
  query CredentialTextVersion($typeId: ID!, $version: Int) {
    credentialText(typeId: $typeId, version: $version) {
      version
      body
      bodyEs
      publishedAt
    }
  }
`);

export const holdersQuery = graphql(`
  query CredentialHolders($typeId: ID!) {
    credentialHolders(typeId: $typeId)
  }
`);

export const publishMutation = graphql(`
  mutation PublishCredentialText($typeId: ID!, $input: CredentialTextInput!) {
    publishCredentialText(typeId: $typeId, input: $input) {
      id
      textVersion
    }
  }
`);

export const typeKindsQuery = graphql(`
  query CredentialTypeKinds {
    credentialTypes {
      id
      kind
      name
      nameEs
      textVersion
    }
  }
`);

export const requestMutation = graphql(`
  mutation RequestScreening($volunteerId: ID!, $typeId: ID!) {
    requestScreening(volunteerId: $volunteerId, typeId: $typeId) {
      id
    }
  }
`);

export const revokeMutation = graphql(`
  mutation RevokeCredential($id: ID!, $reason: String!) {
    revokeCredential(id: $id, reason: $reason) {
      id
      status
    }
  }
`);
