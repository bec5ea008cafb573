import { graphql, type ResultOf } from '@upstander/api-client';

export const roleRequestsQuery = graphql(`
  query RoleRequests {
    roleRequests {
      id
      account {
        id
        name
      }
      role
      customRole {
        name
        nameEs
        viewAreas
        manageAreas
      }
      chapter {
        name
      }
      status
      requestedBy {
        id
        name
      }
      requestedAt
      expiresAt
      approvedBy {
        name
      }
      beginsAt
      approvers
      canApprove
      canReject
    }
  }
`);

export type RoleRequest = ResultOf<typeof roleRequestsQuery>['roleRequests'][number];

export const approveRoleMutation = graphql(`
  mutation ApproveRole($requestId: ID!) {
    approveRole(requestId: $requestId) {
      id
    }
  }
`);

export const rejectRoleMutation = graphql(`
  mutation RejectRole($requestId: ID!) {
    rejectRole(requestId: $requestId) {
      id
    }
  }
`);
