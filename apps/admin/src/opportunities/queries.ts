import { graphql, opportunityDetails, type ResultOf } from '@upstander/api-client';

export const opportunityQuery = graphql(
  `
    query ManageOpportunity($id: ID!) {
      manageOpportunity(id: $id) {
        ...OpportunityDetails
        slug
        wantsPublic
        isPublic
        isShown
        harmTags
        staffAllowsPublic
        status
        statusReason
        flags {
          rule
          field
          excerpt
        }
        businessId
        businessStatus
        version
        renewals
        renewalNeedsReview
        submittedAt
        publishedAt
        expiresAt
        approvedAt
        approvedBy
        mayApprove
        cannotApproveBecause
        changes {
          field
          before
          after
        }
        history {
          at
          kind
          actorName
          note
        }
      }
    }
  `,
  [opportunityDetails],
);

export type Opportunity = NonNullable<ResultOf<typeof opportunityQuery>['manageOpportunity']>;
export type Flag = Opportunity['flags'][number];
export type HarmTag = Opportunity['harmTags'][number];

export const approveMutation = graphql(`
  mutation ApproveOpportunity($input: ApproveOpportunityInput!) {
    approveOpportunity(input: $input) {
      id
    }
  }
`);

const requestChangesMutation = graphql(`
  mutation RequestOpportunityChanges($input: OpportunityReasonInput!) {
    requestOpportunityChanges(input: $input) {
      id
    }
  }
`);

const refuseMutation = graphql(`
  mutation RefuseOpportunity($input: OpportunityReasonInput!) {
    refuseOpportunity(input: $input) {
      id
    }
  }
`);

const takeDownMutation = graphql(`
  mutation TakeDownOpportunity($input: OpportunityReasonInput!) {
    takeDownOpportunity(input: $input) {
      id
    }
  }
`);

export const reasonMutations = {
  changes: requestChangesMutation,
  refuse: refuseMutation,
  takeDown: takeDownMutation,
} as const;

export type ReasonStep = keyof typeof reasonMutations;

export const tagMutation = graphql(`
  mutation TagOpportunity($input: TagOpportunityInput!) {
    tagOpportunity(input: $input) {
      id
    }
  }
`);
