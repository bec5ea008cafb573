import { graphql, type ResultOf } from '@upstander/api-client';
import { messageFragment } from '../parts/record/queries';
import type { RecordSteps } from '../parts/record/record-page';

const consultationFragment = graphql(
  `
    fragment Consultation on SealedConsultation @_unmask {
      id
      status
      createdAt
      language
      interpreter
      interpreterLanguage
      takenBy
      takenByMe
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
      about
      aboutSealed {
        keyId
        wrappedKey
        iv
        ciphertext
      }
      conflictNote
      appointmentAt
      appointmentMinutes
      timeZone
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

export type Consultation = ResultOf<typeof consultationFragment>;

export const consultationSteps: RecordSteps<Consultation> = {
  read: graphql(
    `
      query SealedConsultation($id: ID!, $reason: String) {
        record: sealedConsultation(id: $id, reason: $reason) {
          ...Consultation
        }
      }
    `,
    [consultationFragment],
  ),
  take: graphql(
    `
      mutation TakeConsultation($id: ID!, $reason: String) {
        record: takeConsultation(id: $id, reason: $reason) {
          ...Consultation
        }
      }
    `,
    [consultationFragment],
  ),
  close: graphql(
    `
      mutation CloseConsultation($id: ID!) {
        record: closeConsultation(id: $id) {
          ...Consultation
        }
      }
    `,
    [consultationFragment],
  ),
};

export const scheduleMutation = graphql(
  `
    mutation ScheduleConsultation($input: ScheduleConsultationInput!) {
      scheduleConsultation(input: $input) {
        ...Consultation
      }
    }
  `,
  [consultationFragment],
);

export const noteConflictMutation = graphql(
  `
    mutation NoteConflict($input: NoteConflictInput!) {
      noteConflict(input: $input) {
        ...Consultation
      }
    }
  `,
  [consultationFragment],
);
