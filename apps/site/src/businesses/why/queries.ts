import { graphql } from '@upstander/api-client';

/** Who reads the page for businesses, if anybody is signed in. */
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
