import { graphql } from '@upstander/api-client';

/** Whether anything is kept of somebody as a volunteer. */
export const KeptOfMe = graphql(`
  query KeptOfMe {
    signedInRecently
    me {
      email
      volunteer {
        id
      }
    }
  }
`);

export const EraseMyVolunteer = graphql(`
  mutation EraseMyVolunteer {
    eraseMyVolunteer {
      ok
    }
  }
`);
