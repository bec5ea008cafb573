import { ObjectType } from '@nestjs/graphql';
import {
  Answer,
  Choice,
  Count,
  enumOf,
  type EnumOf,
  Flag,
  Id,
  Instant,
  Json,
  LocalDate,
  LongText,
  Ref,
  Slug,
  Text,
  Status,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { ArticleStatus } from './article-status.js';
import { Source } from './source.js';

export const LearningAudience = enumOf('Audience', 'Whom a track of articles is written for.', {
  everyone: 'Everybody: the signs, and what one can do.',
  caregivers: 'Parents and others who look after children.',
  youth: 'Teenagers.',
  schools: 'People who work at schools.',
  businesses: 'People who employ others.',
  relationships: 'Everybody: respect and control between people.',
});
export type LearningAudience = EnumOf<typeof LearningAudience>;

const seenBy = 'anyone';

/** Something to read, in English and Spanish (`ArticleText`); the API answers it in one language. */
@ObjectType({ description: 'An article, in the language it was asked for.' })
@Entity({ schema: 'learning', name: 'article' })
export class Article {
  @Id({ seenBy }) id!: string;
  @Slug({ seenBy, description: 'Its name in addresses; it tells nothing to who looks over a shoulder.' }) slug!: string;
  @Choice(LearningAudience, { seenBy, description: 'Whom it is written for.' }) audience!: LearningAudience;
  /** Its place in the track. */
  @Count({ min: 1 }) position!: number;
  @Json() sources!: Source[];
  @LocalDate({ seenBy, description: 'When it was last changed or reviewed as a whole.' }) reviewedOn!: string;
  @LocalDate({ seenBy, description: 'By when it is to be read again.' }) reviewBy!: string;
  @Status(ArticleStatus, { seenBy: 'staff', default: 'published', description: 'Whether it is on the site.' })
  status!: ArticleStatus;
  @Text({ seenBy: 'staff', max: 100, default: '', description: 'Who read it as a whole and found it right.' })
  reviewedBy!: string;
  @Count({ seenBy: 'staff', default: 1, min: 1, description: 'The number of its latest version.' }) version!: number;
  /** When staff first wrote at it: from then on a release leaves it alone. */
  @Instant({ nullable: true }) editedAt!: Date | null;
  @LongText({ seenBy: 'staff', max: 500, nullable: true, description: 'Why it was withdrawn; null while it is not.' })
  withdrawnReason!: string | null;
  @Ref({ nullable: true }) withdrawalRequestedBy!: string | null;
  @Instant({
    ...{ seenBy: 'staff', nullable: true },
    description: 'When someone asked to take it off the site; null if no request is waiting.',
  })
  withdrawalRequestedAt!: Date | null;
  @LongText({
    ...{ seenBy: 'staff', max: 500, nullable: true },
    description: 'Reason of the waiting request to take it off the site.',
  })
  withdrawalReason!: string | null;
  @Ref({ nullable: true }) withdrawalDecidedBy!: string | null;
  @Flag({ seenBy, default: false, description: 'True if it informs about the law.' }) legal!: boolean;
  @LocalDate({
    seenBy,
    nullable: true,
    description: 'When a lawyer reviewed it; null if none has reviewed this wording.',
  })
  lawyerReviewedOn!: string | null;
  @Text({ seenBy: 'staff', max: 100, default: '', description: 'Name of the lawyer who reviewed it.' })
  lawyerReviewedBy!: string;
  @Instant({ default: () => 'now()' }) createdAt!: Date;

  @Answer(() => String, { description: 'What it is called.' }) title!: string;
  @Answer(() => String, { description: 'What it is about, in one or two sentences.' }) summary!: string;
  @Answer(() => String, { description: 'What to know before reading on; it stands first.' }) note!: string;
  /** Markdown; left out in lists. */
  body?: string;
}
