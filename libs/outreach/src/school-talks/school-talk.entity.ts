import { ObjectType } from '@nestjs/graphql';
import { Locale, RecordName, type LocaleName } from '@upstander/identity';
import {
  ComputedField,
  Bytes,
  Choice,
  ConnectionOf,
  Count,
  Email,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  LongText,
  PersonName,
  Phone,
  postcodeOf,
  Ref,
  SeenBy,
  Text,
  PersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { schoolTalkPersonalData } from './school-talk.personal-data.js';

export const SchoolTalkStatus = enumOf('SchoolTalkStatus', 'Status of a request for a school talk.', {
  new: 'No one on the team has replied yet.',
  answered: 'The team has replied.',
  planned: 'A date has been agreed.',
  declined: 'The talk will not take place.',
});
export type SchoolTalkStatus = EnumOf<typeof SchoolTalkStatus>;

export const SchoolTalkFormat = enumOf('SchoolTalkFormat', 'How a school would like to hold a talk.', {
  in_person: 'At the school.',
  online: 'By video.',
  either: 'Either works for the school.',
});
export type SchoolTalkFormat = EnumOf<typeof SchoolTalkFormat>;

export const SchoolTalkLanguage = enumOf('SchoolTalkLanguage', 'Language a school would like a talk in.', {
  en: 'English.',
  es: 'Spanish.',
  both: 'Both English and Spanish.',
});
export type SchoolTalkLanguage = EnumOf<typeof SchoolTalkLanguage>;

const seenBy = 'staff';

@PersonalData(schoolTalkPersonalData)
@RecordName('schoolTalk', {
  also: ['schoolTalkStatus'],
  sql: 'SELECT id, school AS name, name AS context FROM outreach.school_talk WHERE id = ANY ($1::uuid[])',
  path: () => '/schools/talks',
})
@Entity({ schema: 'outreach', name: 'school_talk' })
export class SchoolTalk {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy, nullable: true, description: 'Directory entry of the school; null if its name was typed.' })
  entryId!: string | null;
  @Text({ seenBy, max: 200, required: true, description: 'Name of the school.' }) school!: string;
  @Text({ seenBy, max: 100, required: true, description: 'City of the school.' }) city!: string;
  @Text({
    seenBy,
    max: 10,
    nullable: true,
    tidy: postcodeOf,
    description: 'ZIP code of the school, if given.',
  })
  postcode!: string | null;
  @Ref({ seenBy, nullable: true, description: 'Chapter that handles the request; null for the organization.' })
  chapterId!: string | null;
  @PersonName({ seenBy, max: 80, required: true, description: 'Name of the requester.' }) name!: string;
  @Text({ seenBy, max: 80, required: true, description: 'Role of the requester at the school.' }) role!: string;
  @Email({ seenBy, description: 'Email of the requester. It is not verified.' }) email!: string;
  @Phone({ seenBy, nullable: true, description: 'Phone number of the requester, if given.' }) phone!: string | null;
  @Text({ seenBy, max: 60, required: true, description: 'Grades the talk is for, as typed.' }) grades!: string;
  @Count({ seenBy, min: 1, max: 20_000, description: 'Approximate number of students.' }) students!: number;
  @Text({ seenBy, max: 300, nullable: true, description: 'Preferred dates, as typed; null for no date yet.' })
  preferredDates!: string | null;
  @Choice(SchoolTalkFormat, { seenBy, description: 'In person, online, or either.' }) format!: SchoolTalkFormat;
  @Choice(SchoolTalkLanguage, { seenBy, description: 'Language of the talk.' }) talkLanguage!: SchoolTalkLanguage;
  @LongText({ seenBy, max: 2000, description: 'Anything else the requester wrote; may be empty.' }) message!: string;
  @Choice(Locale, { seenBy, description: 'Language of the page, used for emails to the requester.' })
  language!: LocaleName;
  @Choice(SchoolTalkStatus, { seenBy, default: 'new', description: 'Status of the request.' })
  status!: SchoolTalkStatus;
  @Instant({ seenBy, nullable: true, description: 'Time of the last status change; null while it is new.' })
  statusAt!: Date | null;
  @Ref({ nullable: true }) statusBy!: string | null;
  @Bytes() formHash!: Buffer;
  @Instant({ seenBy, precision: 3, description: 'When the request was received.' }) receivedAt!: Date;
}

@ObjectType({ description: 'A request for a school talk, for staff.' })
export class ManagedSchoolTalk extends SeenBy(SchoolTalk, 'staff') {
  @ComputedField(() => String, { nullable: true, description: 'Name of the chapter; null for the organization.' })
  chapterName!: string | null;
  @ComputedField(() => String, { nullable: true, description: 'Name of the account that changed the status last.' })
  statusByName!: string | null;
}

@ObjectType({ description: 'A page of requests for school talks, newest first.' })
export class SchoolTalkConnection extends ConnectionOf(ManagedSchoolTalk, 'ManagedSchoolTalk') {}
