import { graphql, type ResultOf } from '@upstander/api-client';

export const teamQuery = graphql(`
  query Team {
    managedTeamMembers {
      id
      name
      roleEn
      roleEs
      bioEn
      bioEs
      group
      position
      email
    }
    photos(page: "/about") {
      part
      portraitUrl
    }
  }
`);
export type TeamMember = ResultOf<typeof teamQuery>['managedTeamMembers'][number];

export const createTeamMemberMutation = graphql(`
  mutation CreateTeamMember($input: TeamMemberInput!) {
    createTeamMember(input: $input) {
      id
    }
  }
`);

export const updateTeamMemberMutation = graphql(`
  mutation UpdateTeamMember($id: ID!, $input: TeamMemberInput!) {
    updateTeamMember(id: $id, input: $input) {
      id
    }
  }
`);

export const deleteTeamMemberMutation = graphql(`
  mutation DeleteTeamMember($id: ID!) {
    deleteTeamMember(id: $id) {
      ok
    }
  }
`);
