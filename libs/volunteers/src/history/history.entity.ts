import {
  Choice,
  Code,
  enumOf,
  type EnumOf,
  Instant,
  Ref,
  SerialId,
  PersonalData,
  personal,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { ofVolunteer, seenByOrganizers } from '../volunteer-data.js';

export const HistoryKind = enumOf('VolunteerEventKind', "Kind of event in a volunteer's history.", {
  'address-confirmed': 'The volunteer confirmed their email address for the first time.',
  'profile-changed': 'The profile was edited; the detail lists the fields.',
  'emergency-contact-changed': 'The emergency contact was changed.',
  'emergency-contact-read': 'An organizer viewed the emergency contact; the detail is the sign-up.',
  'tag-added': 'A tag was added; the detail is its name.',
  'tag-removed': 'A tag was removed; the detail is its name.',
  'standing-changed': "Staff changed the volunteer's standing in their chapter; the detail is the new standing.",
  'note-added': 'A note was added.',
  'note-deleted': 'A note was deleted.',
  'message-sent': 'Staff sent the volunteer a message.',
  'messages-stopped': 'The volunteer opted out of group messages from staff.',
  'messages-wanted': 'The volunteer opted back in to group messages from staff.',
  'credential-changed': "A credential's status changed; the detail gives the credential and its new status.",
  merged: 'Another record of the same person was merged into this one.',
  'merge-undone': 'A merge was undone.',
  erased: "The volunteer's personal data was erased.",
});
export type HistoryKind = EnumOf<typeof HistoryKind>;

/** History of a volunteer: codes, IDs and names of tags. */
@PersonalData({
  noun: 'history',
  of: ofVolunteer,
  erasure: 'none',
  identifiedByRecordOnly: true,
  kept: 'as long as the record, which is anonymous after an erasure',
  seenBy: seenByOrganizers,
  columns: { detail: personal.trace(retain('codes, IDs and names of tags')) },
  also: { kind: 't.kind', at: 't.at' },
  codes: { kind: 'volunteerEventKind' },
  others: splitColumns('kind'),
})
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
