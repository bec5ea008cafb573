import { graphql } from '@upstander/api-client';

export const createAdvocateKeyMutation = graphql(`
  mutation CreateAdvocateKey($input: CreateAdvocateKeyInput!) {
    createAdvocateKey(input: $input) {
      mine {
        publicKey
      }
    }
  }
`);

export const createTeamKeyMutation = graphql(`
  mutation CreateTeamKey($input: CreateTeamKeyInput!) {
    createTeamKey(input: $input) {
      mine {
        publicKey
      }
    }
  }
`);

export const shareTeamKeyMutation = graphql(`
  mutation ShareTeamKey($input: ShareTeamKeyInput!) {
    shareTeamKey(input: $input) {
      mine {
        publicKey
      }
    }
  }
`);
