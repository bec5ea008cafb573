import { graphql } from '@upstander/api-client';

export const WhoLooks = graphql(`
  query WhoLooks {
    me {
      email
      grants {
        role
      }
    }
  }
`);
