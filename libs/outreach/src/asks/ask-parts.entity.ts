import { ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
  Bytes,
  Codes,
  Count,
  Email,
  Id,
  Instant,
  LocalDate,
  LongText,
  PersonName,
  Phone,
  Ref,
  Text,
  WebAddress,
  PersonalData,
  NoPersonalData,
} from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';
import { askNotePersonalData, contactPersonalData } from './ask-parts.personal-data.js';

const seenBy = 'anyone';

/** Selects parts of school requests for the log of staff actions. `name` and `day` are SQL over the row as `t`. */
const ofAsk = (table: string, { name = 'NULL', day = 'NULL' }: { name?: string; day?: string }) => `
  SELECT t.id, coalesce(${name}, a.school) AS name, CASE WHEN ${name} IS NOT NULL THEN a.school END AS context,
    ${day} AS day, a.id AS "pageId"
  FROM outreach.${table} t JOIN outreach.ask a ON a.id = t.ask_id WHERE t.id = ANY ($1::uuid[])`;
const onAsk = { path: ({ pageId }: { pageId?: string | null }) => `/schools/${pageId}` };

@ObjectType('SchoolContact', { description: 'A contact at a school or district.' })
@PersonalData(contactPersonalData)
@RecordName('schoolContact', { sql: ofAsk('contact', { name: 't.name' }), ...onAsk })
@Entity({ schema: 'outreach', name: 'contact' })
export class Contact {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy, description: 'ID of the school request the contact belongs to.' }) askId!: string;
  @PersonName({ seenBy, max: 80, required: true, description: 'Name of the contact.' }) name!: string;
  @Text({ seenBy, max: 100, description: 'Role of the contact, for example principal.' }) role!: string;
  @Email({ seenBy, nullable: true, description: 'Email address of the contact.' }) email!: string | null;
  @Phone({ seenBy, nullable: true, description: 'Phone number of the contact.' }) phone!: string | null;
  @Instant({ seenBy }) createdAt!: Date;
}

@ObjectType('SchoolNote', { description: 'A staff note about a school request.' })
@PersonalData(askNotePersonalData)
@RecordName('schoolNote', { sql: ofAsk('note', {}), ...onAsk })
@Entity({ schema: 'outreach', name: 'note' })
export class AskNote {
  @Id({ seenBy }) id!: string;
  @Ref() askId!: string;
  @LongText({ seenBy, max: 2_000, required: true, description: 'The note, as plain text.' }) body!: string;
  @Ref({ nullable: true }) authorId!: string | null;
  @ComputedField(() => String, { nullable: true, description: 'Name of the author; null if the account was removed.' })
  author!: string | null;
  @ComputedField(() => Boolean, { description: 'True if the caller is the author or an admin and can delete it.' })
  mayDelete!: boolean;
  @Instant({ seenBy }) createdAt!: Date;
}

/** A document of a school request: a commitment or protocol. Stored unchanged as evidence of the agreement. */
@ObjectType('SchoolDocument', { description: 'A document of a school request, for example a commitment or protocol.' })
@NoPersonalData('file_name sha256 bytes')
@RecordName('schoolDocument', { sql: ofAsk('document', { name: 't.file_name' }), ...onAsk })
@Entity({ schema: 'outreach', name: 'document' })
export class AskDocument {
  @Id({ seenBy }) id!: string;
  @Ref() askId!: string;
  @Text({ seenBy, max: 200, required: true, description: 'Name of the file.' }) fileName!: string;
  @Bytes() sha256!: Buffer;
  /** Null if stored in the bucket. */
  @Bytes({ nullable: true }) bytes!: Buffer | null;
  @Count({ seenBy, description: 'Size in bytes.' }) size!: number;
  @Ref({ nullable: true }) uploadedBy!: string | null;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the person who added it; null if the account was removed.',
  })
  by!: string | null;
  @ComputedField(() => String, { description: 'URL for downloading it.' }) url!: string;
  @Instant({ seenBy }) createdAt!: Date;
}

@ObjectType('SchoolLesson', { description: 'Lessons that took place, as reported by the school.' })
@NoPersonalData('taught_on curriculum')
@RecordName('schoolLesson', { sql: ofAsk('lesson', { day: 't.taught_on::text' }), ...onAsk })
@Entity({ schema: 'outreach', name: 'lesson' })
export class Lesson {
  @Id({ seenBy }) id!: string;
  @Ref() askId!: string;
  @LocalDate({ seenBy, description: 'Date of the lesson, or the last one of several.' }) taughtOn!: string;
  @Count({ seenBy, min: 1, max: 100_000, description: 'Number of students, as reported by the school.' })
  students!: number;
  @Text({ seenBy, max: 200, required: true, description: 'Content taught, for example the name of a curriculum.' })
  curriculum!: string;
  @Ref({ nullable: true }) recordedBy!: string | null;
  @Instant({ seenBy }) createdAt!: Date;
}

/** Links an event shift to a school request. Volunteers sign up for it like any other shift. */
@Entity({ schema: 'outreach', name: 'ask_shift' })
export class AskShift {
  @PrimaryColumn('uuid') askId!: string;
  @PrimaryColumn('uuid') shiftId!: string;
  @Instant() createdAt!: Date;
}

/** A law that a letter can cite: a fact with its source and year, due for regular review. Not legal advice. */
@ObjectType({ description: 'A law with requirements for schools, with its source. Not legal advice.' })
@NoPersonalData('code state name asks_en asks_es duties publisher url checked_on')
@Entity({ schema: 'outreach', name: 'statute' })
export class Statute {
  @PrimaryColumn('text') code!: string;
  @Text({ seenBy, max: 2, description: 'Two-letter state code.' }) state!: string;
  @Text({ seenBy, max: 60, description: 'Name of the law, for example AB 1227.' }) name!: string;
  @Count({ seenBy, description: 'Year it was passed.' }) year!: number;
  @Text({ max: 500 }) asksEn!: string;
  @Text({ max: 500 }) asksEs!: string;
  @ComputedField(() => String, { description: 'Requirements for schools, in one or two sentences.' }) asks!: string;
  @Codes({ seenBy, description: 'Kinds of requirements: instruction, staff-training, inform-parents.' })
  duties!: string[];
  @Text({ seenBy, max: 100, description: 'Publisher of the law.' }) publisher!: string;
  @WebAddress({ seenBy, description: 'URL of the law.' }) url!: string;
  @LocalDate({ seenBy, description: 'Date it was last reviewed.' }) checkedOn!: string;
}
