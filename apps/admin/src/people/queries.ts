import { graphql, type ResultOf } from '../api/graphql';

export const accountsQuery = graphql(`
  query Accounts($text: String, $first: Int, $after: String) {
    accounts(text: $text, first: $first, after: $after) {
      edges {
        node {
          id
          email
          name
          locale
          hasSecondStep
          grants {
            role
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
export type Grant = AccountRow['grants'][number];

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
  mutation RevokeRole($input: GrantInput!) {
    revokeRole(input: $input) {
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
