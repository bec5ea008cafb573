import { Field, ObjectType } from '@nestjs/graphql';
import {
  ComputedField,
  Choice,
  Count,
  Flag,
  Id,
  Instant,
  Json,
  LocalDate,
  LongText,
  Ref,
  SeenBy,
  Text,
  Status,
  PersonalData,
  personal,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { LearningAudience } from './article.entity.js';
import { ArticleVersionStatus } from './article-status.js';
import { ArticleText } from './article-text.entity.js';
import { Source } from './source.js';

const seenBy = 'staff';

export type TextOf = Pick<ArticleText, 'title' | 'summary' | 'note' | 'body'>;

/** A complete version of an article, in both languages. Only its status ever changes. */
@PersonalData({
  noun: 'versions of articles',
  of: { staff: null },
  erasure: 'none',
  kept: 'as long as the article',
  seenBy: 'editors',
  columns: { reviewed_by: personal.contact(retain('the reviewer is part of the text; editors can change it')) },
  others: splitColumns('status audience review_by sources texts reason'),
})
@Entity({ schema: 'learning', name: 'article_version' })
export class ArticleVersion {
  @Id() id!: string;
  @Ref() articleId!: string;
  @Count({ seenBy, min: 1, description: 'Version number within the article.' }) number!: number;
  @Status(ArticleVersionStatus, { seenBy, description: 'Status of the version.' }) status!: ArticleVersionStatus;
  @Choice(LearningAudience, { seenBy, description: 'Intended audience.' }) audience!: LearningAudience;
  @Text({
    seenBy,
    max: 100,
    default: '',
    description: 'Name of the person who reviewed the entire article; may be empty.',
  })
  reviewedBy!: string;
  @LocalDate({ seenBy, description: 'Date it is due for review.' }) reviewBy!: string;
  @Json() sources!: Source[];
  @Json() texts!: { en: TextOf; es: TextOf };
  @Flag({
    seenBy,
    description: 'True if the Spanish text was confirmed to match the English.',
    column: 'spanish_in_step',
  })
  isSpanishCurrent!: boolean;
  /** Null if it came with a software release. */
  @Ref({ nullable: true }) writtenBy!: string | null;
  @Instant({ seenBy, description: 'When it was written.' }) writtenAt!: Date;
  @Instant({ seenBy, nullable: true, description: 'When to publish it; null to publish once approved.' })
  publishAt!: Date | null;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When it was approved or returned; null if not decided.' })
  decidedAt!: Date | null;
  @LongText({ seenBy, max: 500, nullable: true, description: 'Why it was returned; null if not returned.' })
  reason!: string | null;

  @ComputedField(() => String, {
    seenBy,
    nullable: true,
    description: 'Name of the author; null if it came with a software release.',
  })
  writer!: string | null;
  @ComputedField(() => String, {
    seenBy,
    nullable: true,
    description: 'Name of the person who approved or returned it; null if not decided.',
  })
  decider!: string | null;
}

@ObjectType({ description: 'Text of an article in one language.' })
export class ManagedArticleText extends SeenBy(ArticleText, 'staff') {}

@ObjectType('ArticleVersion', { description: 'A version of an article, in both languages.' })
export class ShownVersion extends SeenBy(ArticleVersion, 'staff', ['sources', 'texts']) {
  @Field(() => [Source], { description: 'Sources of the article.' }) sources!: Source[];
  @Field(() => ManagedArticleText, { description: 'The English text.' }) en!: TextOf;
  @Field(() => ManagedArticleText, { description: 'The Spanish text; parts may be empty in a draft.' }) es!: TextOf;
}
