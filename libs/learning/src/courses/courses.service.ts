import { Injectable } from '@nestjs/common';
import { badInput, Database, notFound, articleHtml } from '@upstander/platform';
import type { LearningAudience } from '../articles/article.entity.js';
import { CourseProgress } from './course-progress.js';
import type { LessonCheck, ShownCourse, CourseLesson } from './course.js';
import type { Question } from './course.entity.js';

type Locale = 'en' | 'es';

interface CourseRow extends Record<string, unknown> {
  id: string;
  slug: string;
  audience: LearningAudience;
  title: string;
  summary: string;
  minutes: number;
  edition: number;
  credential: { name: string; validMonths: number | null } | null;
  lessons: Array<
    Record<'slug' | 'title' | 'summary' | 'note' | 'body', string> & { number: number; questions: Question[] }
  >;
}

/** Nothing about learners is stored. */
@Injectable()
export class Courses {
  constructor(
    private readonly db: Database,
    private readonly progress: CourseProgress,
  ) {}

  /** Returns the courses of one audience or all, in order. */
  async list(locale: Locale, audience: LearningAudience | null): Promise<ShownCourse[]> {
    const rows = await this.db.query<CourseRow>(
      `${select} AND ($2::text IS NULL OR c.audience = $2) ORDER BY c.position`,
      [locale, audience],
    );
    return rows.map((row) => this.toShownCourse(row, locale, null));
  }

  async findBySlug(slug: string, locale: Locale, progress: string | null): Promise<ShownCourse | null> {
    const row = await this.findRow(slug, locale);
    return row && this.toShownCourse(row, locale, progress);
  }

  /**
   * Checks the answers to a lesson and explains each one. Learners can try again.
   * @throws Refusal NOT_FOUND, BAD_INPUT for more answers than questions
   */
  async check(
    slug: string,
    request: { lesson: number; answers: readonly number[]; progress: string | null; locale: Locale },
  ): Promise<LessonCheck> {
    const { locale } = request;
    const course = await this.findRow(slug, locale);
    const lesson = course?.lessons.find(({ number }) => number === request.lesson);
    if (!course || !lesson) throw notFound('This lesson');
    if (request.answers.length > lesson.questions.length) throw badInput({ answers: 'too-many' });
    const answers = lesson.questions.map(({ answers: all, right }, at) => {
      const chosen = all[request.answers[at] ?? -1];
      return {
        chosen: chosen ? (request.answers[at] ?? null) : null,
        isCorrect: chosen !== undefined && request.answers[at] === right,
        explanation: chosen?.why[locale] ?? '',
      };
    });
    const passed = answers.every(({ isCorrect }) => isCorrect);
    const done = this.progress.lessonsOf(course, request.progress);
    if (passed) done.add(lesson.number);
    const finished = course.lessons.every(({ number }) => done.has(number));
    return { answers, passed, finished, progress: this.progress.mark(course, done) };
  }

  /** Returns the course if this progress token covers all of its lessons, else null. */
  async findFinished(slug: string, progress: string): Promise<{ id: string; edition: number } | null> {
    const course = await this.findRow(slug, 'en');
    if (!course) throw notFound('This course');
    const done = this.progress.lessonsOf(course, progress);
    return course.lessons.every(({ number }) => done.has(number)) ? { id: course.id, edition: course.edition } : null;
  }

  private async findRow(slug: string, locale: Locale): Promise<CourseRow | null> {
    const [row] = await this.db.query<CourseRow>(`${select} AND c.slug = $2`, [locale, slug]);
    return row ?? null;
  }

  private toShownCourse(row: CourseRow, locale: Locale, progress: string | null): ShownCourse {
    const done = this.progress.lessonsOf(row, progress);
    const { slug, audience, title, summary, minutes, credential } = row;
    const lessons = row.lessons.map(({ body, questions, ...lesson }): CourseLesson => ({
      ...lesson,
      bodyHtml: articleHtml(body),
      done: done.has(lesson.number),
      questions: questions.map(({ question, answers }) => ({
        text: question[locale],
        answers: answers.map(({ text }, number) => ({ number, text: text[locale] })),
      })),
    }));
    const finished = lessons.every((lesson) => lesson.done);
    return { slug, audience, title, summary, minutes, credential, lessons, finished };
  }
}

/** Excludes courses with an article that is not on the site. `$1` is the language. */
const select = `SELECT c.id, c.slug, c.audience, c.minutes, c.edition, c.texts->$1->>'title' AS title,
    c.texts->$1->>'summary' AS summary,
    (SELECT json_build_object('name', CASE WHEN $1 = 'es' THEN k.name_es ELSE k.name END, 'validMonths', k.valid_months)
     FROM volunteers.credential_type k WHERE k.id = c.credential_type_id AND k.retired_at IS NULL) AS credential,
    l.lessons
  FROM learning.course c CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('number', n.number, 'slug', a.slug, 'title', t.title, 'summary', t.summary,
        'note', t.note, 'body', t.body, 'questions', n.questions) ORDER BY n.number) AS lessons,
      bool_and(a.status = 'published') AS whole
    FROM learning.lesson n JOIN learning.article a ON a.id = n.article_id
      LEFT JOIN learning.article_text t ON t.article_id = a.id AND t.locale = $1
    WHERE n.course_id = c.id
  ) l
  WHERE c.status = 'published' AND l.whole`;
