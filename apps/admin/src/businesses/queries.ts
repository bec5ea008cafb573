import { graphql, type ResultOf } from '@upstander/api-client';

export const businessRow = graphql(`
  fragment BusinessRow on ManagedBusiness @_unmask {
    id
    legalName
    city
    region
    website
    status
    renewing
    approvedUntil
    approvalsNeeded
    waitingSince
    opportunitiesShown
    opportunitiesTotal
  }
`);

const businessFragment = graphql(
  `
    fragment Business on ManagedBusiness @_unmask {
      ...BusinessRow
      registrationNumber
      street
      postalCode
      country
      supervisorName
      supervisorTitle
      supervisorPhone
      offers
      statusReason
      submittedAt
      vettedAt
      round
      previousRefusals
      domainVerification {
        domain
        state
        sentTo
        sentAt
      }
      members {
        accountId
        name
        email
        role
        frozen
      }
      evidence {
        id
        kind
        passed
        source
        note
        recordedBy
        recordedAt
      }
      checklist {
        kind
        required
        done
        failed
      }
      approvals {
        accountId
        name
        approvedAt
      }
      changes {
        field
        before
        after
      }
      mayApprove
      cannotApproveBecause
      history {
        at
        kind
        actorName
        fromStatus
        toStatus
        note
      }
    }
  `,
  [businessRow],
);

export type Business = ResultOf<typeof businessFragment>;
export type BusinessStatus = Business['status'];
export type EvidenceKind = Business['checklist'][number]['kind'];

export const businessQuery = graphql(
  `
    query ManageBusiness($id: ID!) {
      manageBusiness(id: $id) {
        ...Business
      }
    }
  `,
  [businessFragment],
);

export const takeMutation = graphql(`
  mutation TakeBusiness($input: BusinessIdInput!) {
    takeBusiness(input: $input) {
      id
    }
  }
`);

export const recordEvidenceMutation = graphql(`
  mutation RecordEvidence($input: RecordEvidenceInput!) {
    recordEvidence(input: $input) {
      id
    }
  }
`);

export const approveMutation = graphql(`
  mutation ApproveBusiness($input: BusinessIdInput!) {
    approveBusiness(input: $input) {
      id
      status
      renewing
    }
  }
`);

const requestChangesMutation = graphql(`
  mutation RequestBusinessChanges($input: BusinessReasonInput!) {
    requestBusinessChanges(input: $input) {
      id
    }
  }
`);

const refuseMutation = graphql(`
  mutation RefuseBusiness($input: BusinessReasonInput!) {
    refuseBusiness(input: $input) {
      id
    }
  }
`);

const suspendMutation = graphql(`
  mutation SuspendBusiness($input: BusinessReasonInput!) {
    suspendBusiness(input: $input) {
      id
    }
  }
`);

export const reasonMutations = {
  changes: requestChangesMutation,
  refuse: refuseMutation,
  suspend: suspendMutation,
} as const;

export type ReasonStep = keyof typeof reasonMutations;

export const reinstateMutation = graphql(`
  mutation ReinstateBusiness($input: BusinessIdInput!) {
    reinstateBusiness(input: $input) {
      id
    }
  }
`);

export const freezeMutation = graphql(`
  mutation FreezeBusinessMember($input: BusinessMemberInput!) {
    freezeBusinessMember(input: $input) {
      id
    }
  }
`);

export const unfreezeMutation = graphql(`
  mutation UnfreezeBusinessMember($input: BusinessMemberInput!) {
    unfreezeBusinessMember(input: $input) {
      id
    }
  }
`);
