import { graphql } from '@upstander/api-client';

export const AddBusinessMember = graphql(`
  mutation AddBusinessMember($input: AddBusinessMemberInput!) {
    addBusinessMember(input: $input) {
      id
    }
  }
`);

export const RemoveBusinessMember = graphql(`
  mutation RemoveBusinessMember($input: BusinessMemberInput!) {
    removeBusinessMember(input: $input) {
      id
    }
  }
`);
