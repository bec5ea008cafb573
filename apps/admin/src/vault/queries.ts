import { graphql, type ResultOf } from '@upstander/api-client';

export const advocateKeysQuery = graphql(`
  query AdvocateKeys {
    advocateKeys {
      mine {
        publicKey
        wrappedPrivateKey
        salt
        iterations
        iv
      }
      teamKeys {
        keyId
        publicKey
        isCurrent
        createdAt
        wrappedPrivateKey
        wrappedKey
        iv
      }
      colleagues {
        accountId
        name
        publicKey
        teamKeyIds
      }
    }
  }
`);

export type AdvocateKeys = ResultOf<typeof advocateKeysQuery>['advocateKeys'];
export type TeamKey = AdvocateKeys['teamKeys'][number];
