import {
  Choice,
  Count,
  Id,
  Instant,
  Json,
  LocalDate,
  LongText,
  OfPerson,
  PersonName,
  Ref,
  Slug,
  Status,
  Text,
} from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';
import { LearningAudience } from '../articles/article.entity.js';
import { CourseStatus } from './course-status.js';

const seenBy = 'staff';

/** So many lessons fit into the mark that says which of them are done. */
export const mostLessons = 12;

/** A text in both languages. */
export interface InBoth {
  en: string;
  es: string;
}

/** A question after a lesson: one answer is right, and each says why it is or is not. */
export interface Question {
  question: InBoth;
  answers: Array<{ text: InBoth; why: InBoth }>;
  /** Which of the answers, counted from 0. */
  right: number;
}

/** What a course is called, in one language. */
export class CourseText {
  @Text({
    seenBy,
    max: 100,
    required: true,
    description: 'What it is called; it tells nothing to who looks over a shoulder.',
  })
  title!: string;
  @LongText({ seenBy, max: 300, required: true, description: 'What one learns in it.' }) summary!: string;
}

/** Articles in an order, each with a few questions; whoever finishes it may get a credential for it. */
@Entity({ schema: 'learning', name: 'course' })
export class Course {
  @Id({ seenBy }) id!: string;
  @Slug({ seenBy, description: 'Its name in addresses.' }) slug!: string;
  @Choice(LearningAudience, { seenBy, description: 'Whom it is written for.' }) audience!: LearningAudience;
  @Count({ min: 1 }) position!: number;
  @Status(CourseStatus, { seenBy, default: 'draft', description: 'Whether it is on the site.' }) status!: CourseStatus;
  /** Counts up when its lessons change: what was answered before counts for nothing then. */
  @Count({ seenBy, default: 1, min: 1, description: 'Counts up when its lessons change.' }) edition!: number;
  @Count({ seenBy, min: 1, max: 600, description: 'How many minutes it takes, about.' }) minutes!: number;
  /** Of the kind training. */
  @Ref({ seenBy, nullable: true, description: 'The training that whoever finishes it gets; null for none.' })
  credentialTypeId!: string | null;
  @Json() texts!: { en: CourseText; es: CourseText };
  /** When staff first wrote at it: from then on a release leaves it alone. */
  @Instant({ nullable: true }) editedAt!: Date | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
}

/** One article of a course, and its questions. */
@Entity({ schema: 'learning', name: 'lesson' })
export class Lesson {
  @PrimaryColumn('uuid') courseId!: string;
  @PrimaryColumn('integer') number!: number;
  @Ref() articleId!: string;
  @Json() questions!: Question[];
}

/** Somebody finished a course on a day. */
@Entity({ schema: 'learning', name: 'course_completion' })
export class CourseCompletion {
  @Id() id!: string;
  @Ref() courseId!: string;
  @Count({ min: 1 }) edition!: number;
  @OfPerson('volunteers.volunteer') @Ref() volunteerId!: string;
  @Ref({ nullable: true }) credentialId!: string | null;
  /** As it stands on the certificate. */
  @PersonName({ max: 120, required: true }) name!: string;
  @LocalDate() completedOn!: string;
  @Instant() createdAt!: Date;
}
