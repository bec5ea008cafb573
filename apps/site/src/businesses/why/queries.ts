import { graphql } from '@upstander/api-client';

export const CurrentAccount = graphql(`
  query WhoLooks {
    me {
      email
      grants {
        role
      }
      coOrganizedIds
      customGrants {
        customRoleId
      }
    }
  }
`);
