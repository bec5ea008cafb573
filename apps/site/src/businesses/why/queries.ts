import { graphql } from '@upstander/api-client';

/** The signed-in account, if any, for the page for businesses. */
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
