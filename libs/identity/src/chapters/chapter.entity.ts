import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Answer, Email, Id, Instant, OfPerson, SearchVector, SeenBy, Slug, Text, TimeZone } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

const seenBy = 'anyone';

@ObjectType({ description: 'A local branch of the organisation.' })
@Entity({ schema: 'identity', name: 'chapter' })
export class Chapter {
  @Id({ seenBy }) id!: string;
  @Text({ seenBy, max: 100, required: true }) name!: string;
  @Slug({ seenBy, description: 'Its name in addresses of pages; it stays when the name changes.' }) slug!: string;
  @TimeZone({ seenBy }) timeZone!: string;
  @Text({ seenBy, max: 100, required: true }) city!: string;
  @Text({
    seenBy,
    max: 200,
    nullable: true,
    description: 'Where one meets it, as an address; null where it says none.',
  })
  meetingPlace!: string | null;
  @Text({
    seenBy,
    max: 10,
    nullable: true,
    description: 'The postcode of where it is, for its dot on the map; null for none.',
  })
  postcode!: string | null;
  @Email({
    seenBy: 'staff',
    nullable: true,
    description: 'Where messages from its page go; null for the address of the organisation.',
  })
  contactEmail!: string | null;
  @Instant({
    seenBy,
    nullable: true,
    description: 'When it was closed: what it did stays with it, and nothing new begins in it. Null while it is open.',
  })
  closedAt!: Date | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
  @SearchVector() searchVector?: string;
}

@ObjectType({ description: 'A chapter, as those who look after all of them see it.' })
export class ManagedChapter extends SeenBy(Chapter, 'staff') {}

/** Somebody of staff who wants to be shown on the page of a chapter. */
@ObjectType({ description: 'Somebody of staff who is shown on the page of a chapter, because they want to be.' })
@Entity({ schema: 'identity', name: 'chapter_person' })
export class ChapterPerson {
  @PrimaryColumn('uuid') chapterId!: string;
  @OfPerson('identity.account') @PrimaryColumn('uuid') accountId!: string;
  @Text({ seenBy, max: 80, required: true, description: 'What they do there, in English.' }) roleEn!: string;
  @Text({ seenBy, max: 80, required: true, description: 'What they do there, in Spanish.' }) roleEs!: string;
  @Instant() createdAt!: Date;
  @Answer(() => String, { description: 'What they are called.' }) name!: string;
}

@ObjectType({ description: 'A page of a chapter that I may be shown on, and whether I am.' })
export class MyChapterPage {
  @Field(() => Chapter, { description: 'The chapter.' }) chapter!: Chapter;
  @Field(() => ChapterPerson, { nullable: true, description: 'How I am shown; null while I am not.' })
  shown!: ChapterPerson | null;
}

@ObjectType({ description: 'Where a chapter is, as the middle of its postcode.' })
export class ChapterPlace {
  @Field(() => String, { description: 'The chapter by its slug.' }) slug!: string;
  @Field(() => String, { description: 'What it is called.' }) name!: string;
  @Field(() => Float, { description: 'Degrees north.' }) latitude!: number;
  @Field(() => Float, { description: 'Degrees east.' }) longitude!: number;
}
