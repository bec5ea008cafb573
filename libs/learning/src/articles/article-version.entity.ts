import { Field, ObjectType } from '@nestjs/graphql';
import {
  Answer,
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
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { LearningAudience } from './article.entity.js';
import { ArticleVersionStatus } from './article-status.js';
import { ArticleText } from './article-text.entity.js';
import { Source } from './source.js';

const seenBy = 'staff';

/** What an article says in one language, as it is kept with a version. */
export type TextOf = Pick<ArticleText, 'title' | 'summary' | 'note' | 'body'>;

/** An article as somebody wrote it on a day: all of it, in both languages. Nothing of a version changes but its status. */
@Entity({ schema: 'learning', name: 'article_version' })
export class ArticleVersion {
  @Id() id!: string;
  @Ref() articleId!: string;
  @Count({ seenBy, min: 1, description: 'Counts up within the article.' }) number!: number;
  @Status(ArticleVersionStatus, { seenBy, description: 'Where it stands.' }) status!: ArticleVersionStatus;
  @Choice(LearningAudience, { seenBy, description: 'Whom it is written for.' }) audience!: LearningAudience;
  @Text({ seenBy, max: 100, default: '', description: 'Who read it as a whole and found it right; may be empty.' })
  reviewedBy!: string;
  @LocalDate({ seenBy, description: 'By when it is to be read again.' }) reviewBy!: string;
  @Json() sources!: Source[];
  /** `{ en: TextOf, es: TextOf }` */
  @Json() texts!: { en: TextOf; es: TextOf };
  @Flag({ seenBy, description: 'Whether somebody said that the Spanish says the same as the English.' })
  spanishInStep!: boolean;
  /** Null where a release brought it along. */
  @Ref({ nullable: true }) writtenBy!: string | null;
  @Instant({ seenBy, description: 'When it was written.' }) writtenAt!: Date;
  @Instant({ seenBy, nullable: true, description: 'When it is to be published; null for as soon as it is approved.' })
  publishAt!: Date | null;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When somebody approved or returned it; null while nobody has.' })
  decidedAt!: Date | null;
  @LongText({ seenBy, max: 500, nullable: true, description: 'Why it was returned; null where it was not.' })
  reason!: string | null;

  @Answer(() => String, { seenBy, nullable: true, description: 'Who wrote it; null where a release brought it along.' })
  writer!: string | null;
  @Answer(() => String, { seenBy, nullable: true, description: 'Who approved or returned it; null while nobody has.' })
  decider!: string | null;
}

@ObjectType({ description: 'What an article says in one language.' })
export class ArticleWords extends SeenBy(ArticleText, 'staff') {}

@ObjectType('ArticleVersion', { description: 'An article as somebody wrote it on a day, in both languages.' })
export class ShownVersion extends SeenBy(ArticleVersion, 'staff', ['sources', 'texts']) {
  @Field(() => [Source], { description: 'What it rests on.' }) sources!: Source[];
  @Field(() => ArticleWords, { description: 'The English text.' }) en!: TextOf;
  @Field(() => ArticleWords, { description: 'The Spanish text; its lines may be empty in a draft.' }) es!: TextOf;
}
