import { Choice, Code, enumOf, type EnumOf, Instant, Ref, SerialId } from '@upstander/platform';
import { Entity } from 'typeorm';

export const HistoryKind = enumOf('VolunteerEventKind', "What can happen to a volunteer's record.", {
  'address-confirmed': 'They followed a link that was sent to their address, for the first time.',
  'profile-changed': 'The profile was changed; the detail names the fields.',
  'emergency-contact-changed': 'Whom to call was changed.',
  'emergency-contact-read': 'An organizer looked whom to call; the detail is the sign-up.',
  'tag-added': 'A tag was added; the detail is its name.',
  'tag-removed': 'A tag was removed; the detail is its name.',
  'standing-changed': 'Staff said what they are in their chapter; the detail is what.',
  'note-added': 'A note was written.',
  'note-deleted': 'A note was deleted.',
  'message-sent': 'Staff wrote to them.',
  'messages-stopped': 'They want no more messages that staff write to many.',
  'messages-wanted': 'They want such messages again.',
  'credential-changed': 'A credential came to stand otherwise; the detail says how, and which.',
  merged: 'Another record of the same person was merged into this one.',
  'merge-undone': 'A merge was undone.',
  erased: 'What was known of them was erased.',
});
export type HistoryKind = EnumOf<typeof HistoryKind>;

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
