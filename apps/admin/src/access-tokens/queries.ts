import { graphql, type ResultOf } from '@upstander/api-client';

const tokenFields = graphql(`
  fragment TokenFields on AccessToken @_unmask {
    id
    name
    kind
    status
    ownerName
    chapterName
    viewAreas
    manageAreas
    createdAt
    expiresAt
    lastUsedAt
  }
`);

export const tokensQuery = graphql(
  `
    query AccessTokens {
      accessTokens {
        ...TokenFields
      }
    }
  `,
  [tokenFields],
);

export type TokenRow = ResultOf<typeof tokensQuery>['accessTokens'][number];

export const myTokensQuery = graphql(
  `
    query MyAccessTokens {
      myAccessTokens {
        ...TokenFields
      }
    }
  `,
  [tokenFields],
);

export const tokenAreasQuery = graphql(`
  query AccessTokenAreas($kind: AccessTokenKind!, $chapterId: ID) {
    accessTokenAreas(kind: $kind, chapterId: $chapterId) {
      area
      canManage
    }
  }
`);

export type TokenAreas = ResultOf<typeof tokenAreasQuery>['accessTokenAreas'];

export const createTokenMutation = graphql(`
  mutation CreateAccessToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      secret
      accessToken {
        id
      }
    }
  }
`);

export const revokeTokenMutation = graphql(`
  mutation RevokeAccessToken($id: ID!) {
    revokeAccessToken(id: $id) {
      id
    }
  }
`);
