import { graphql, type ResultOf } from '@upstander/api-client';

export const accountsQuery = graphql(`
  query Accounts($text: String, $role: Role, $first: Int, $after: String) {
    accounts(text: $text, role: $role, first: $first, after: $after) {
      edges {
        node {
          id
          email
          name
          locale
          hasSecondStep
          secondStepResetAt
          singleSignOnSince
          createdAt
          lastSignInAt
          disabledAt
          customGrants {
            customRoleId
            name
            nameEs
            baseRole
            since
            grantedBy
            chapter {
              id
              name
            }
          }
          grants {
            role
            since
            grantedBy
            chapter {
              id
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      totalIsCapped
    }
  }
`);

export type AccountRow = ResultOf<typeof accountsQuery>['accounts']['edges'][number]['node'];
/** A built-in role, or a custom one with its base role as `role`. */
export type Grant = AccountRow['grants'][number] & { custom?: AccountRow['customGrants'][number] };

export function grantsOf({ grants, customGrants }: Pick<AccountRow, 'grants' | 'customGrants'>): Grant[] {
  return [...grants, ...customGrants.map((custom) => ({ ...custom, role: custom.baseRole, custom }))];
}

export const createAccountMutation = graphql(`
  mutation CreateAccount($input: CreateAccountInput!) {
    createAccount(input: $input) {
      id
    }
  }
`);

export const grantRoleMutation = graphql(`
  mutation GrantRole($input: GrantInput!) {
    grantRole(input: $input) {
      id
    }
  }
`);

export const revokeRoleMutation = graphql(`
  mutation RevokeRole($input: GrantInput!, $confirmLastHolder: Boolean!) {
    revokeRole(input: $input, confirmLastHolder: $confirmLastHolder) {
      id
    }
  }
`);

export const resetSecondStepMutation = graphql(`
  mutation ResetSecondStep($accountId: ID!) {
    resetSecondStep(accountId: $accountId) {
      id
    }
  }
`);

export const disableAccountMutation = graphql(`
  mutation DisableAccount($id: ID!) {
    disableAccount(id: $id) {
      id
    }
  }
`);

export const enableAccountMutation = graphql(`
  mutation EnableAccount($id: ID!) {
    enableAccount(id: $id) {
      id
    }
  }
`);

export const endSessionsMutation = graphql(`
  mutation EndSessions($accountId: ID!) {
    endSessions(accountId: $accountId) {
      id
    }
  }
`);

export const stopSecondStepResetMutation = graphql(`
  mutation StopSecondStepReset($accountId: ID!) {
    stopSecondStepReset(accountId: $accountId) {
      id
    }
  }
`);

export const customRolesQuery = graphql(`
  query CustomRolesToGrant {
    customRoles {
      id
      name
      nameEs
      baseRole
    }
  }
`);
