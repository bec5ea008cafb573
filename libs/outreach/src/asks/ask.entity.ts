import { ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
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
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { SchoolAskStatus } from './ask-status.js';

export const SchoolAsker = enumOf('SchoolAsker', 'Who asks a school.', {
  parent: 'A parent, or who else looks after a child.',
  teacher: 'Somebody who works at a school.',
  student: 'A student.',
  staff: 'Our own staff: it was begun in the admin.',
});
export type SchoolAsker = EnumOf<typeof SchoolAsker>;

export const LetterSender = enumOf('LetterSender', 'Who sends the letter to a school.', {
  self: 'Whoever asks, by themselves.',
  us: 'Our staff, in the name of whoever asks.',
});
export type LetterSender = EnumOf<typeof LetterSender>;

export const longestLetter = 4_000;
const seenBy = 'owner';

/** A school or a district that is asked to teach about trafficking, and what became of it. */
@Entity({ schema: 'outreach', name: 'ask' })
export class Ask {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy: 'staff', nullable: true, description: 'Its row of the directory; null where the name was typed.' })
  entryId!: string | null;
  @Text({
    seenBy,
    max: 200,
    required: true,
    description: 'The school or the district, as the directory or who asks names it.',
  })
  school!: string;
  @Text({ seenBy, max: 100, description: 'The city it is in.' }) city!: string;
  @Text({ seenBy, max: 2, description: 'Its state, in two letters; the laws that count follow from it.' })
  state!: string;
  @Ref({ seenBy: 'staff', nullable: true, description: 'The chapter that looks after it; null for the organisation.' })
  chapterId!: string | null;
  @Choice(SchoolAsker, { seenBy, description: 'Who asks.' }) asker!: SchoolAsker;
  @PersonName({
    ...{ seenBy, max: 80, nullable: true },
    description: 'Who asks, by name; null once they took it back, and where staff began it.',
  })
  name!: string | null;
  @Email({ seenBy: 'staff', nullable: true, description: 'Where they are written to.' }) email!: string | null;
  @Choice(Locale, { seenBy: 'staff', default: 'en', description: 'The language they read.' }) language!: LocaleName;
  @LongText({ seenBy, max: longestLetter, description: 'The letter in English, as plain text.' }) letterEn!: string;
  @LongText({ seenBy, max: longestLetter, description: 'The letter in Spanish, as plain text.' }) letterEs!: string;
  @Choice(LetterSender, { seenBy, description: 'Who sends the letter.' }) letterBy!: LetterSender;
  @Status(SchoolAskStatus, { seenBy, description: 'How far it is.' }) status!: SchoolAskStatus;
  @Ref({ seenBy: 'staff', nullable: true, description: 'The account that looks after it.' }) ownerId!: string | null;
  @Text({ seenBy: 'staff', max: 200, nullable: true, description: 'What is to be done next.' }) nextStep!:
    string | null;
  @LocalDate({ seenBy: 'staff', nullable: true, description: 'On which day; its owner is reminded at 9:00.' })
  nextStepOn!: string | null;
  /** Counts plans: the reminder of one that was changed is not true any more. */
  @Count({ default: 0 }) stepVersion!: number;
  @Count({ default: 0 }) tokenVersion!: number;
  @Instant({ seenBy }) createdAt!: Date;
  @Instant({ seenBy: 'staff', precision: 3, description: 'When anything about it changed last.' }) changedAt!: Date;
  @SearchText() searchText!: string;
}

export const SchoolAskChangeKind = enumOf('SchoolAskChangeKind', 'What can happen to an ask.', {
  started: 'It began, on the site or in the admin.',
  status: 'It went on or back.',
  plan: 'Somebody said who looks after it, or what comes next; the detail is the day.',
  chapter: 'Another chapter looks after it.',
  contact: 'A contact was written down, changed or deleted.',
  note: 'A note was written or deleted.',
  document: 'A document was added or deleted.',
  lesson: 'A lesson was reported or taken back.',
  shift: 'A shift of an event was linked, or no longer is.',
  withdrawn: 'Whoever asked took it back: their name and address are gone.',
});
export type SchoolAskChangeKind = EnumOf<typeof SchoolAskChangeKind>;

/** Something that happened to an ask; added to, never changed. */
@ObjectType('SchoolAskChange', { description: 'Something that happened to an ask.' })
@Entity({ schema: 'outreach', name: 'ask_change' })
export class AskChange {
  @SerialId() id!: string;
  @Ref() askId!: string;
  @Choice(SchoolAskChangeKind, { seenBy: 'anyone', description: 'What happened.' }) kind!: SchoolAskChangeKind;
  @Choice(SchoolAskStatus, { seenBy: 'anyone', nullable: true, description: 'Where it was before.' })
  fromStatus!: SchoolAskStatus | null;
  @Choice(SchoolAskStatus, { seenBy: 'anyone', nullable: true, description: 'Where it went.' })
  toStatus!: SchoolAskStatus | null;
  @Code({
    seenBy: 'anyone',
    nullable: true,
    description: 'A day, a number or a name; never what was written of somebody.',
  })
  detail!: string | null;
  /** Null for whoever asked, and for an account that is gone. */
  @Ref({ nullable: true }) byAccountId!: string | null;
  @Instant({ seenBy: 'anyone' }) at!: Date;
}
