import { ObjectType } from '@nestjs/graphql';
import { Locale, RecordName, type LocaleName } from '@upstander/identity';
import {
  Choice,
  Code,
  Count,
  Email,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  LocalDate,
  LongText,
  PersonName,
  Ref,
  SearchText,
  SerialId,
  Text,
  Status,
  PersonalData,
  personal,
  emptiedValue,
  emptyText,
  derived,
  splitColumns,
  NoPersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { SchoolAskStatus } from './ask-status.js';

export const SchoolAsker = enumOf('SchoolAsker', 'Kind of person who makes a school request.', {
  parent: 'A parent or caregiver.',
  teacher: 'A school employee.',
  student: 'A student.',
  staff: 'Our staff, in the admin.',
});
export type SchoolAsker = EnumOf<typeof SchoolAsker>;

export const LetterSender = enumOf('LetterSender', 'Sender of the letter to a school.', {
  self: 'The requester.',
  us: "Our staff, on the requester's behalf.",
});
export type LetterSender = EnumOf<typeof LetterSender>;

export const longestLetter = 4_000;
const seenBy = 'owner';

@PersonalData({
  noun: 'asks to schools',
  of: { 'person who writes to a school': 't.email = $1' },
  erasure: 'columns',
  kept: '14 days unconfirmed, then as long as the request; anonymous after an erasure',
  forgotten: { erasureScope: 'row', after: 14, since: `CASE WHEN t.status = 'unconfirmed' THEN t.created_at END` },
  about: ['t.id'],
  seenBy: 'the person; organizers of the chapter',
  columns: {
    name: personal.contact(emptiedValue),
    email: personal.contact(emptiedValue),
    letter_en: personal.content(emptyText),
    letter_es: personal.content(emptyText),
    search_text: personal.contact(derived, { withheld: 'derived from other columns' }),
  },
  sets: { token_version: 't.token_version + 1' },
  also: { school: 't.school', city: 't.city', state: 't.state', status: 't.status', created_at: 't.created_at' },
  codes: { status: 'schoolAskStatus' },
  others: splitColumns('school city state asker language letter_by status next_step next_step_on'),
})
@RecordName('schoolAsk', {
  also: ['schoolContact', 'schoolDocument', 'schoolLesson', 'schoolNote', 'schoolShift'],
  sql: 'SELECT id, school AS name FROM outreach.ask WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/schools/${id}`,
})
@Entity({ schema: 'outreach', name: 'ask' })
export class Ask {
  @Id({ seenBy }) id!: string;
  @Ref({
    seenBy: 'staff',
    nullable: true,
    description: 'ID of the directory entry; null if the name was entered manually.',
  })
  entryId!: string | null;
  @Text({
    seenBy,
    max: 200,
    required: true,
    description: 'Name of the school or district, from the directory or the requester.',
  })
  school!: string;
  @Text({ seenBy, max: 100, description: 'City of the school or district.' }) city!: string;
  @Text({ seenBy, max: 2, description: 'Two-letter state code, which determines the applicable laws.' })
  state!: string;
  @Ref({ seenBy: 'staff', nullable: true, description: 'ID of the responsible chapter; null for the organization.' })
  chapterId!: string | null;
  @Choice(SchoolAsker, { seenBy, description: 'Kind of requester.' }) asker!: SchoolAsker;
  @PersonName({
    seenBy,
    max: 80,
    nullable: true,
    description: 'Name of the requester; null if withdrawn or started by staff.',
  })
  name!: string | null;
  @Email({ seenBy: 'staff', nullable: true, description: 'Email address of the requester.' }) email!: string | null;
  @Choice(Locale, { seenBy: 'staff', default: 'en', description: 'Preferred language of the requester.' })
  language!: LocaleName;
  @LongText({ seenBy, max: longestLetter, description: 'The letter in English, as plain text.' }) letterEn!: string;
  @LongText({ seenBy, max: longestLetter, description: 'The letter in Spanish, as plain text.' }) letterEs!: string;
  @Choice(LetterSender, { seenBy, description: 'Sender of the letter.', column: 'letter_by' })
  letterSender!: LetterSender;
  @Status(SchoolAskStatus, { seenBy, description: 'Progress of the request.' }) status!: SchoolAskStatus;
  @Ref({ seenBy: 'staff', nullable: true, description: 'ID of the account that owns the request.' }) ownerId!:
    | string
    | null;
  @Text({ seenBy: 'staff', max: 200, nullable: true, description: 'Next step.' }) nextStep!: string | null;
  @LocalDate({
    seenBy: 'staff',
    nullable: true,
    description: 'Due date of the next step; its owner is reminded at 9 a.m.',
  })
  nextStepOn!: string | null;
  /** Incremented when the plan changes, so reminders for an older plan are skipped. */
  @Count({ default: 0 }) stepVersion!: number;
  @Count({ default: 0 }) tokenVersion!: number;
  @Instant({ seenBy }) createdAt!: Date;
  @Instant({ seenBy: 'staff', precision: 3, description: 'When anything about it last changed.' }) changedAt!: Date;
  @SearchText() searchText!: string;
}

export const SchoolAskChangeKind = enumOf('SchoolAskChangeKind', 'Kind of event in the history of a school request.', {
  started: 'The request was started, on the site or in the admin.',
  status: 'The status changed.',
  plan: 'The owner or next step changed; the detail is the due date.',
  chapter: 'The request was moved to another chapter.',
  contact: 'A contact was added, edited, or deleted.',
  note: 'A note was added or deleted.',
  document: 'A document was added or deleted.',
  lesson: 'A lesson was reported, or its report was withdrawn.',
  shift: 'An event shift was linked or unlinked.',
  withdrawn: 'The requester withdrew; their name and email address were deleted.',
});
export type SchoolAskChangeKind = EnumOf<typeof SchoolAskChangeKind>;

/** Insert-only. */
@ObjectType('SchoolAskChange', { description: 'An entry in the history of a school request.' })
@NoPersonalData('kind from_status to_status detail')
@Entity({ schema: 'outreach', name: 'ask_change' })
export class AskChange {
  @SerialId() id!: string;
  @Ref() askId!: string;
  @Choice(SchoolAskChangeKind, { seenBy: 'anyone', description: 'Kind of event.' }) kind!: SchoolAskChangeKind;
  @Choice(SchoolAskStatus, { seenBy: 'anyone', nullable: true, description: 'Previous status.' })
  fromStatus!: SchoolAskStatus | null;
  @Choice(SchoolAskStatus, { seenBy: 'anyone', nullable: true, description: 'New status.' })
  toStatus!: SchoolAskStatus | null;
  @Code({
    seenBy: 'anyone',
    nullable: true,
    description: 'A date, number, or name; never text written about a person.',
  })
  detail!: string | null;
  /** Null for the requester or a removed account. */
  @Ref({ nullable: true }) byAccountId!: string | null;
  @Instant({ seenBy: 'anyone' }) at!: Date;
}
