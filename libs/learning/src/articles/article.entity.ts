import { ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
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
  PersonalData,
  personal,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { ArticleStatus } from './article-status.js';
import { Source } from './source.js';

export const LearningAudience = enumOf('Audience', 'Audience of a track of articles.', {
  everyone: 'Everyone: how to recognize the signs and respond.',
  caregivers: 'Parents and other caregivers.',
  youth: 'Teenagers.',
  schools: 'School staff.',
  businesses: 'Employers.',
  relationships: 'Everyone: respect and control in relationships.',
});
export type LearningAudience = EnumOf<typeof LearningAudience>;

const seenBy = 'anyone';

/** An article in English and Spanish (`ArticleText`); the API returns one language. */
@ObjectType({ description: 'An article in the requested language.' })
@PersonalData({
  noun: 'articles',
  of: { staff: null },
  erasure: 'none',
  kept: 'as long as the article',
  seenBy: 'everyone',
  columns: {
    reviewed_by: personal.contact(retain('the reviewer is part of the text; editors can change it')),
    lawyer_reviewed_by: personal.contact(retain('the reviewer is part of the text; the next review replaces it')),
  },
  others: splitColumns(
    'slug audience sources reviewed_on review_by status withdrawn_reason withdrawal_reason lawyer_reviewed_on',
  ),
})
@RecordName('article', {
  also: ['articleWithdrawal'],
  sql: `SELECT a.id, coalesce(nullif(v.texts->'en'->>'title', ''), a.slug) AS name,
      nullif(v.texts->'es'->>'title', '') AS "nameEs"
    FROM learning.article a
    LEFT JOIN LATERAL (SELECT texts FROM learning.article_version v WHERE v.article_id = a.id
      ORDER BY v.number DESC LIMIT 1) v ON true
    WHERE a.id = ANY ($1::uuid[])`,
  path: ({ id }) => `/articles/${id}`,
})
@Entity({ schema: 'learning', name: 'article' })
export class Article {
  @Id({ seenBy }) id!: string;
  @Slug({
    seenBy,
    description: 'Slug used in page URLs. It does not reveal a sensitive topic to someone looking at the screen.',
  })
  slug!: string;
  @Choice(LearningAudience, { seenBy, description: 'Intended audience.' }) audience!: LearningAudience;
  @Count({ min: 1 }) position!: number;
  @Json() sources!: Source[];
  @LocalDate({ seenBy, description: 'Date it was last updated or fully reviewed.' }) reviewedOn!: string;
  @LocalDate({ seenBy, description: 'Date it is due for review.' }) reviewBy!: string;
  @Status(ArticleStatus, { seenBy: 'staff', default: 'published', description: 'Publication status.' })
  status!: ArticleStatus;
  @Text({ seenBy: 'staff', max: 100, default: '', description: 'Name of the person who reviewed the entire article.' })
  reviewedBy!: string;
  @Count({ seenBy: 'staff', default: 1, min: 1, description: 'Number of its latest version.' }) version!: number;
  /** Time of the first edit by staff; releases no longer update it afterward. */
  @Instant({ nullable: true }) editedAt!: Date | null;
  @LongText({ seenBy: 'staff', max: 500, nullable: true, description: 'Why it was withdrawn; null if not withdrawn.' })
  withdrawnReason!: string | null;
  @Ref({ nullable: true }) withdrawalRequestedBy!: string | null;
  @Instant({
    seenBy: 'staff',
    nullable: true,
    description: 'When its removal was requested; null if no request is pending.',
  })
  withdrawalRequestedAt!: Date | null;
  @LongText({
    seenBy: 'staff',
    max: 500,
    nullable: true,
    description: 'Reason for the pending removal request.',
  })
  withdrawalReason!: string | null;
  @Ref({ nullable: true }) withdrawalDecidedBy!: string | null;
  @Flag({ seenBy, default: false, description: 'True if it contains legal information.' }) legal!: boolean;
  @LocalDate({
    seenBy,
    nullable: true,
    description: 'Date a lawyer reviewed it; null if the current wording was not reviewed.',
  })
  lawyerReviewedOn!: string | null;
  @Text({ seenBy: 'staff', max: 100, default: '', description: 'Name of the lawyer who reviewed it.' })
  lawyerReviewedBy!: string;
  @Instant({ default: () => 'now()' }) createdAt!: Date;

  @ComputedField(() => String, { description: 'Title.' }) title!: string;
  @ComputedField(() => String, { description: 'Summary in one or two sentences.' }) summary!: string;
  @ComputedField(() => String, { description: 'Note shown before the text.' }) note!: string;
  /** Markdown; omitted in lists. */
  body?: string;
}
