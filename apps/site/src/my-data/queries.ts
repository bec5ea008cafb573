import { graphql } from '@upstander/api-client';

/** Volunteer data of the signed-in account, if any. */
export const MyVolunteerData = graphql(`
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
