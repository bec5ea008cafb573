import { type FragmentOf, graphql } from '@upstander/api-client';

const MyRecord = graphql(`
  fragment MyRecord on MyRecord @_unmask {
    kind
    status
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
    noticesStopped
    noticeSamples {
      channel
      sender
      subject
      text
      textWithOrganization
      consent
    }
    opportunityTitle
    businessName
    opportunityState
    erasedOn
    messages {
      id
      fromMe
      body
      at
    }
    consents {
      id
      businessName
      shares
      expiresAt
      state
    }
    appointmentAt
    appointmentMinutes
    timeZone
  }
`);
export type RecordData = FragmentOf<typeof MyRecord>;
export type ConsentData = RecordData['consents'][number];

export const OpenRecord = graphql(
  `
    mutation OpenRecord($input: RecordCodeInput!) {
      record: openRecord(input: $input) {
        ...MyRecord
      }
    }
  `,
  [MyRecord],
);

export const AnswerRecord = graphql(
  `
    mutation AnswerRecord($input: AnswerRecordInput!) {
      record: answerRecord(input: $input) {
        ...MyRecord
      }
    }
  `,
  [MyRecord],
);

export const ChangeSafeContact = graphql(
  `
    mutation ChangeSafeContact($input: ChangeSafeContactInput!) {
      record: changeSafeContact(input: $input) {
        ...MyRecord
      }
    }
  `,
  [MyRecord],
);

export const GiveConsent = graphql(
  `
    mutation GiveConsent($input: RecordConsentIdInput!) {
      record: giveConsent(input: $input) {
        ...MyRecord
      }
    }
  `,
  [MyRecord],
);

export const RevokeConsent = graphql(
  `
    mutation RevokeConsent($input: RecordConsentIdInput!) {
      record: revokeConsent(input: $input) {
        ...MyRecord
      }
    }
  `,
  [MyRecord],
);

export const EraseRecord = graphql(`
  mutation EraseRecord($input: RecordCodeInput!) {
    eraseRecord(input: $input) {
      ok
    }
  }
`);
