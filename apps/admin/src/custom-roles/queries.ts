import { graphql, type ResultOf } from '@upstander/api-client';

export const customRolesQuery = graphql(`
  query CustomRoles {
    customRoles {
      id
      name
      nameEs
      baseRole
      viewAreas
      manageAreas
      holderCount
    }
  }
`);

export type CustomRoleRow = ResultOf<typeof customRolesQuery>['customRoles'][number];

export const roleAreasQuery = graphql(`
  query RoleAreas {
    roleAreas {
      role
      area
      canManage
    }
  }
`);

export type RoleArea = ResultOf<typeof roleAreasQuery>['roleAreas'][number];

export const createCustomRoleMutation = graphql(`
  mutation CreateCustomRole($input: CreateCustomRoleInput!) {
    createCustomRole(input: $input) {
      id
    }
  }
`);

export const updateCustomRoleMutation = graphql(`
  mutation UpdateCustomRole($id: ID!, $input: UpdateCustomRoleInput!) {
    updateCustomRole(id: $id, input: $input) {
      id
    }
  }
`);

export const deleteCustomRoleMutation = graphql(`
  mutation DeleteCustomRole($id: ID!) {
    deleteCustomRole(id: $id) {
      ok
    }
  }
`);
