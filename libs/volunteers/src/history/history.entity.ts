import { Choice, Code, Instant, Ref, SerialId } from '@upstander/platform';
import { registerEnumType } from '@nestjs/graphql';
import { Entity } from 'typeorm';

/** What can happen to a volunteer's record. */
export const HistoryKind = {
  ADDRESS_CONFIRMED: 'address-confirmed',
  PROFILE_CHANGED: 'profile-changed',
  EMERGENCY_CONTACT_CHANGED: 'emergency-contact-changed',
  EMERGENCY_CONTACT_READ: 'emergency-contact-read',
  TAG_ADDED: 'tag-added',
  TAG_REMOVED: 'tag-removed',
  STANDING_CHANGED: 'standing-changed',
  NOTE_ADDED: 'note-added',
  NOTE_DELETED: 'note-deleted',
  MESSAGE_SENT: 'message-sent',
  MESSAGES_STOPPED: 'messages-stopped',
  MESSAGES_WANTED: 'messages-wanted',
  CREDENTIAL_CHANGED: 'credential-changed',
  MERGED: 'merged',
  MERGE_UNDONE: 'merge-undone',
  ERASED: 'erased',
} as const;
export type HistoryKind = (typeof HistoryKind)[keyof typeof HistoryKind];
registerEnumType(HistoryKind, {
  name: 'VolunteerEventKind',
  description: "What can happen to a volunteer's record.",
  valuesMap: {
    ADDRESS_CONFIRMED: { description: 'They followed a link that was sent to their address, for the first time.' },
    PROFILE_CHANGED: { description: 'The profile was changed; the detail names the fields.' },
    EMERGENCY_CONTACT_CHANGED: { description: 'Whom to call was changed.' },
    EMERGENCY_CONTACT_READ: { description: 'An organizer looked whom to call; the detail is the sign-up.' },
    TAG_ADDED: { description: 'A tag was added; the detail is its name.' },
    TAG_REMOVED: { description: 'A tag was removed; the detail is its name.' },
    STANDING_CHANGED: { description: 'Staff said what they are in their chapter; the detail is what.' },
    NOTE_ADDED: { description: 'A note was written.' },
    NOTE_DELETED: { description: 'A note was deleted.' },
    MESSAGE_SENT: { description: 'Staff wrote to them.' },
    MESSAGES_STOPPED: { description: 'They want no more messages that staff write to many.' },
    MESSAGES_WANTED: { description: 'They want such messages again.' },
    CREDENTIAL_CHANGED: { description: 'A credential came to stand otherwise; the detail says how, and which.' },
    MERGED: { description: 'Another record of the same person was merged into this one.' },
    MERGE_UNDONE: { description: 'A merge was undone.' },
    ERASED: { description: 'What was known of them was erased.' },
  },
});

/** Something that happened to a volunteer's record: codes and ids, never what was written. */
@Entity({ schema: 'volunteers', name: 'history' })
export class History {
  @SerialId() id!: string;
  @Ref() volunteerId!: string;
  @Ref({ nullable: true }) chapterId!: string | null;
  @Choice(HistoryKind) kind!: HistoryKind;
  /** Null for the volunteer. */
  @Ref({ nullable: true }) byAccountId!: string | null;
  @Code({ nullable: true }) detail!: string | null;
  @Instant() at!: Date;
}
