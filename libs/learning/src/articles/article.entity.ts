import { ObjectType, registerEnumType } from '@nestjs/graphql';
import { Answer, Choice, Count, Flag, Id, Instant, Json, LocalDate, LongText, Slug, Text } from '@upstander/platform';
import { Entity } from 'typeorm';
import { ArticleStatus } from './article-status.js';
import { Source } from './source.js';

/** Whom a track is written for, in the order in which the tracks are shown. */
export const LearningAudience = {
  EVERYONE: 'everyone',
  CAREGIVERS: 'caregivers',
  YOUTH: 'youth',
  SCHOOLS: 'schools',
  BUSINESSES: 'businesses',
  RELATIONSHIPS: 'relationships',
} as const;
export type LearningAudience = (typeof LearningAudience)[keyof typeof LearningAudience];
registerEnumType(LearningAudience, {
  name: 'Audience',
  description: 'Whom a track of articles is written for.',
  valuesMap: {
    EVERYONE: { description: 'Everybody: the signs, and what one can do.' },
    CAREGIVERS: { description: 'Parents and others who look after children.' },
    YOUTH: { description: 'Teenagers.' },
    SCHOOLS: { description: 'People who work at schools.' },
    BUSINESSES: { description: 'People who employ others.' },
    RELATIONSHIPS: { description: 'Everybody: respect and control between people.' },
  },
});

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
  @Choice(ArticleStatus, { seenBy: 'staff', default: 'published', description: 'Whether it is on the site.' })
  status!: ArticleStatus;
  @Text({ seenBy: 'staff', max: 100, default: '', description: 'Who read it as a whole and found it right.' })
  reviewedBy!: string;
  @Count({ seenBy: 'staff', default: 1, min: 1, description: 'The number of its latest version.' }) version!: number;
  /** When staff first wrote at it: from then on a release leaves it alone. */
  @Instant({ nullable: true }) editedAt!: Date | null;
  @LongText({ seenBy: 'staff', max: 500, nullable: true, description: 'Why it was withdrawn; null while it is not.' })
  withdrawnReason!: string | null;
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
