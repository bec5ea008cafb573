import { RecordName } from '@upstander/identity';
import {
  Choice,
  Count,
  Id,
  Instant,
  Json,
  LocalDate,
  LongText,
  BelongsToPerson,
  PersonName,
  Ref,
  Slug,
  Status,
  Text,
  PersonalData,
  personal,
  deletedWithRow,
  NoPersonalData,
} from '@upstander/platform';
import { volunteersOfAddress } from '@upstander/volunteers';
import { Entity, PrimaryColumn } from 'typeorm';
import { LearningAudience } from '../articles/article.entity.js';
import { CourseStatus } from './course-status.js';

const seenBy = 'staff';

/** Maximum number of lessons, limited by the bitmask of completed lessons. */
export const maxLessons = 12;

export interface BilingualText {
  en: string;
  es: string;
}

/** A quiz question after a lesson. One answer is right, and each has an explanation. */
export interface Question {
  question: BilingualText;
  answers: Array<{ text: BilingualText; why: BilingualText }>;
  /** Index of the right answer, starting at 0. */
  right: number;
}

export class CourseText {
  @Text({
    seenBy,
    max: 100,
    required: true,
    description: 'Title. It does not reveal a sensitive topic to someone looking at the screen.',
  })
  title!: string;
  @LongText({ seenBy, max: 300, required: true, description: 'Summary of what learners will learn.' }) summary!: string;
}

/** Articles in order, each with questions. Completing it can award a credential. */
@NoPersonalData('slug audience status texts')
@RecordName('course', {
  sql: `SELECT id, coalesce(nullif(texts->'en'->>'title', ''), slug) AS name,
      nullif(texts->'es'->>'title', '') AS "nameEs"
    FROM learning.course WHERE id = ANY ($1::uuid[])`,
  path: ({ id }) => `/courses/${id}`,
})
@Entity({ schema: 'learning', name: 'course' })
export class Course {
  @Id({ seenBy }) id!: string;
  @Slug({ seenBy, description: 'Slug used in page URLs.' }) slug!: string;
  @Choice(LearningAudience, { seenBy, description: 'Intended audience.' }) audience!: LearningAudience;
  @Count({ min: 1 }) position!: number;
  @Status(CourseStatus, { seenBy, default: 'draft', description: 'Publication status.' }) status!: CourseStatus;
  @Count({ seenBy, default: 1, min: 1, description: 'Edition number, incremented when the lessons change.' })
  edition!: number;
  @Count({ seenBy, min: 1, max: 600, description: 'Approximate duration in minutes.' }) minutes!: number;
  /** A credential type of the kind training. */
  @Ref({ seenBy, nullable: true, description: 'ID of the training credential awarded for completion; null if none.' })
  credentialTypeId!: string | null;
  @Json() texts!: { en: CourseText; es: CourseText };
  /** Time of the first edit by staff; releases no longer update it afterward. */
  @Instant({ nullable: true }) editedAt!: Date | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
}

@NoPersonalData('questions')
@Entity({ schema: 'learning', name: 'lesson' })
export class Lesson {
  @PrimaryColumn('uuid') courseId!: string;
  @PrimaryColumn('integer') number!: number;
  @Ref() articleId!: string;
  @Json() questions!: Question[];
}

@PersonalData({
  noun: 'finished courses',
  of: { volunteer: `t.volunteer_id IN (${volunteersOfAddress})` },
  erasure: 'volunteer',
  kept: 'as long as the profile',
  seenBy: 'the person; organizers of the chapter',
  columns: { name: personal.contact(deletedWithRow), completed_on: personal.content(deletedWithRow) },
  also: {
    course: `(SELECT c.texts->'en'->>'title' FROM learning.course c WHERE c.id = t.course_id)`,
    created_at: 't.created_at',
  },
})
@Entity({ schema: 'learning', name: 'course_completion' })
export class CourseCompletion {
  @Id() id!: string;
  @Ref() courseId!: string;
  @Count({ min: 1 }) edition!: number;
  @BelongsToPerson() @Ref() volunteerId!: string;
  @Ref({ nullable: true }) credentialId!: string | null;
  /** Name on the certificate. */
  @PersonName({ max: 120, required: true }) name!: string;
  @LocalDate() completedOn!: string;
  @Instant() createdAt!: Date;
}
