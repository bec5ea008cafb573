import { graphql, type ResultOf } from '@upstander/api-client';
import { messageFragment } from '../parts/record/queries';
import type { RecordSteps } from '../parts/record/record-page';

const applicationFragment = graphql(
  `
    fragment Application on SealedApplication @_unmask {
      id
      status
      createdAt
      opportunityId
      opportunityTitle
      businessId
      businessName
      language
      takenBy
      takenByMe
      liveConsent
      nameToUse
      safeContact {
        channel
        value
        when
        mayLeaveMessage
        notice {
          days
          fromHour
          untilHour
          timeZone
          senderName
          namesOrganization
        }
      }
      notice {
        state
        nextAt
        sentAt
      }
      note
      byAdvocate
      needsAttention
      state {
        businessStatus
        businessReason
        opportunityStatus
        opportunityReason
        isOpen
      }
      actionItems {
        id
        kind
        closedAt
        acknowledgedAt
        acknowledgedBy
      }
      consents {
        id
        businessId
        businessName
        shares
        consentMethod
        givenAt
        expiresAt
        revokedAt
        state
      }
      introduction {
        id
        businessName
        createdAt
        answer
        alias
        shares
        availability
        messages {
          ...Message
        }
      }
      messages {
        ...Message
      }
      legalHoldUntil
      legalHold
      legalHoldReason
      purgeOn
    }
  `,
  [messageFragment],
);

export type Application = ResultOf<typeof applicationFragment>;
export type Consent = Application['consents'][number];
export type Introduction = NonNullable<Application['introduction']>;

export const applicationSteps: RecordSteps<Application> = {
  read: graphql(
    `
      query SealedApplication($id: ID!, $reason: String) {
        record: sealedApplication(id: $id, reason: $reason) {
          ...Application
        }
      }
    `,
    [applicationFragment],
  ),
  take: graphql(
    `
      mutation TakeApplication($id: ID!, $reason: String) {
        record: takeApplication(id: $id, reason: $reason) {
          ...Application
        }
      }
    `,
    [applicationFragment],
  ),
  close: graphql(
    `
      mutation CloseApplication($id: ID!) {
        record: closeApplication(id: $id) {
          ...Application
        }
      }
    `,
    [applicationFragment],
  ),
};

export const acknowledgeActionItemsMutation = graphql(
  `
    mutation AcknowledgeActionItems($applicationId: ID!) {
      acknowledgeActionItems(applicationId: $applicationId) {
        ...Application
      }
    }
  `,
  [applicationFragment],
);

export const recordConsentMutation = graphql(
  `
    mutation RecordConsent($input: RecordConsentInput!) {
      recordConsent(input: $input) {
        ...Application
      }
    }
  `,
  [applicationFragment],
);

export const proposeConsentMutation = graphql(
  `
    mutation ProposeConsent($input: ProposeConsentInput!) {
      proposeConsent(input: $input) {
        ...Application
      }
    }
  `,
  [applicationFragment],
);

export const withdrawConsentMutation = graphql(
  `
    mutation WithdrawConsent($input: ConsentIdInput!) {
      withdrawConsent(input: $input) {
        ...Application
      }
    }
  `,
  [applicationFragment],
);

export const introduceMutation = graphql(
  `
    mutation Introduce($input: IntroduceInput!) {
      introduce(input: $input) {
        ...Application
      }
    }
  `,
  [applicationFragment],
);

export const writeToBusinessMutation = graphql(
  `
    mutation WriteToBusiness($input: WriteAboutIntroductionInput!) {
      writeToBusiness(input: $input) {
        ...Message
      }
    }
  `,
  [messageFragment],
);

export const applyForPersonMutation = graphql(`
  mutation ApplyForPerson($input: ApplyInput!) {
    applyForPerson(input: $input) {
      id
      replyCode
    }
  }
`);

export const openOpportunitiesQuery = graphql(`
  query OpportunitiesOnOffer($filter: OpportunityFilter, $first: Int) {
    opportunities(filter: $filter, first: $first) {
      edges {
        node {
          id
          title
          businessName
          businessCity
        }
      }
      totalCount
    }
  }
`);
