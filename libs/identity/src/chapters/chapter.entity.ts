import { Field, Float, ObjectType } from '@nestjs/graphql';
import {
  Ref,
  ComputedField,
  Email,
  Id,
  Instant,
  BelongsToPerson,
  SearchVector,
  SeenBy,
  Slug,
  Text,
  TimeZone,
  PersonalData,
  personal,
  deletedWithRow,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Entity, Generated, PrimaryColumn } from 'typeorm';
import { ofAccount } from '../accounts/rows/account-columns.js';
import { RecordName } from '../record-names/record-name.js';
import { chapterName } from './chapter-columns.js';

const seenBy = 'anyone';

@ObjectType({ description: 'A local chapter of the organization.' })
@PersonalData({
  noun: 'chapters',
  of: { staff: 't.contact_email = $1' },
  erasure: 'none',
  kept: 'as long as the chapter',
  seenBy: 'everyone',
  columns: {
    contact_email: personal.contact(retain('contact of a chapter; its organizers can change it')),
  },
  also: { chapter: 't.name' },
  others: splitColumns('name slug time_zone city meeting_place postcode'),
})
@RecordName('chapter', {
  also: ['homeChapter'],
  sql: 'SELECT id, name FROM identity.chapter WHERE id = ANY ($1::uuid[])',
  path: () => '/chapters',
})
@Entity({ schema: 'identity', name: 'chapter' })
export class Chapter {
  @Id({ seenBy }) id!: string;
  @Text({ seenBy, max: 100, required: true }) name!: string;
  @Slug({ seenBy, description: 'Slug used in page URLs. It does not change with the name.' }) slug!: string;
  @TimeZone({ seenBy }) timeZone!: string;
  @Text({ seenBy, max: 100, required: true }) city!: string;
  @Text({
    seenBy,
    max: 200,
    nullable: true,
    description: 'Address where the chapter meets; null if not given.',
  })
  meetingPlace!: string | null;
  @Text({
    seenBy,
    max: 10,
    nullable: true,
    description: "ZIP or postal code for the chapter's map marker; null for none.",
  })
  postcode!: string | null;
  @Email({
    seenBy: 'staff',
    nullable: true,
    description: "Email address for messages from the chapter's page; null to use the organization's.",
  })
  contactEmail!: string | null;
  @Instant({
    seenBy,
    nullable: true,
    description:
      'When the chapter was closed; null while open. A closed chapter keeps its history, but nothing new can be started in it.',
  })
  closedAt!: Date | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
  @SearchVector() searchVector?: string;
}

@ObjectType({ description: 'A chapter, as shown to staff who manage all chapters.' })
export class ManagedChapter extends SeenBy(Chapter, 'staff') {}

@ObjectType({ description: "A staff member shown on a chapter's page, with their consent." })
@PersonalData({
  noun: 'people of a chapter',
  of: { staff: ofAccount('t.account_id') },
  erasure: 'row',
  kept: 'until an organizer removes it from the page',
  seenBy: 'everyone, on the chapter’s page',
  columns: { role_en: personal.content(deletedWithRow), role_es: personal.content(deletedWithRow) },
  also: { chapter: chapterName('t.chapter_id') },
})
@Entity({ schema: 'identity', name: 'chapter_person' })
export class ChapterPerson {
  @PrimaryColumn('uuid') chapterId!: string;
  @BelongsToPerson() @PrimaryColumn('uuid') accountId!: string;
  @Ref({ seenBy, description: "Part of the chapter's page that their portrait is placed at." })
  @Generated('uuid')
  id!: string;
  @Text({ seenBy, max: 80, required: true, description: 'Role in the chapter, in English.' }) roleEn!: string;
  @Text({ seenBy, max: 80, required: true, description: 'Role in the chapter, in Spanish.' }) roleEs!: string;
  @Instant() createdAt!: Date;
  @ComputedField(() => String, { description: 'Name of the person.' }) name!: string;
}

@ObjectType({ description: 'A chapter page the caller can be shown on.' })
export class MyChapterPage {
  @Field(() => Chapter, { description: 'The chapter.' }) chapter!: Chapter;
  @Field(() => ChapterPerson, { nullable: true, description: 'How the caller is shown; null if not shown.' })
  shown!: ChapterPerson | null;
}

@ObjectType({ description: 'Location of a chapter: the center of its ZIP or postal code.' })
export class ChapterPlace {
  @Field(() => String, { description: 'Slug of the chapter.' }) slug!: string;
  @Field(() => String, { description: 'Name of the chapter.' }) name!: string;
  @Field(() => Float, { description: 'Latitude in degrees north.' }) latitude!: number;
  @Field(() => Float, { description: 'Longitude in degrees east.' }) longitude!: number;
}
