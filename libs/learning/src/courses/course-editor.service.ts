import { Injectable } from '@nestjs/common';
import {
  badInput,
  Clock,
  selectList,
  Database,
  insertRow,
  isUuid,
  notFound,
  Refusal,
  violatedConstraint,
  type Tx,
} from '@upstander/platform';
import { CredentialTypes } from '@upstander/volunteers';
import { isDeepStrictEqual } from 'node:util';
import { revealsTopic } from '../articles/revealing-words.js';
import { readCourse, type CourseDraft } from './course-draft.js';
import { Course, Lesson, type CourseText } from './course.entity.js';
import type { CourseInput } from './course.input.js';
import type { ManagedCourse, ManagedCourseDetails } from './managed-course.js';

/** Edits courses. Their articles need approval by two people; their questions don't. */
@Injectable()
export class CourseEditor {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly types: CredentialTypes,
  ) {}

  async list(): Promise<ManagedCourse[]> {
    return this.findCourses(this.db, null);
  }

  /** @throws Refusal NOT_FOUND */
  async byId(id: string, within: Database | Tx = this.db): Promise<ManagedCourseDetails> {
    const [course] = isUuid(id) ? await this.findCourses(within, id) : [];
    if (!course) throw notFound('This course');
    return course;
  }

  /** @throws Refusal BAD_INPUT, SLUG_TAKEN */
  async create(slug: string, input: CourseInput): Promise<ManagedCourseDetails> {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) throw badInput({ slug: 'not-a-slug' });
    if (revealsTopic(slug)) throw badInput({ slug: 'tells-too-much' });
    const draft = readCourse(input);
    const at = this.clock.now();
    try {
      return await this.db.transaction(async (tx) => {
        await this.requireThere(tx, draft);
        const position = ((await tx.manager.maximum(Course, 'position')) ?? 0) + 1;
        const id = await insertRow(tx.manager, Course, { ...draft, slug, position, editedAt: at, createdAt: at });
        await this.writeLessons(tx, id, draft);
        return this.byId(id, tx);
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'course_slug_once') throw error;
      throw new Refusal('SLUG_TAKEN', 'There’s already a page at this address.');
    }
  }

  /**
   * Updates a course, but not its slug. Changed lessons start a new edition, which resets progress.
   * @throws Refusal NOT_FOUND, BAD_INPUT
   */
  async update(id: string, input: CourseInput): Promise<ManagedCourseDetails> {
    const draft = readCourse(input);
    return this.db.transaction(async (tx) => {
      await this.lock(tx, id);
      const before = await this.byId(id, tx);
      if (before.status === 'published') requireCompleteLessons(draft.lessons);
      await this.requireThere(tx, draft);
      const lessons = before.lessons.map(({ articleId, questions }) => ({ articleId, questions }));
      const changed = !isDeepStrictEqual(lessons, draft.lessons);
      if (changed) await this.writeLessons(tx, before.id, draft);
      const { audience, minutes, credentialTypeId, texts } = draft;
      await tx.manager.update(Course, before.id, {
        audience,
        minutes,
        credentialTypeId,
        texts,
        edition: before.edition + (changed ? 1 : 0),
        editedAt: this.clock.now(),
      });
      return this.byId(before.id, tx);
    });
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT for missing fields, COURSE_STATUS */
  async publish(id: string, published: boolean): Promise<ManagedCourseDetails> {
    return this.db.transaction(async (tx) => {
      await this.lock(tx, id);
      const course = await this.byId(id, tx);
      if (!published && course.status === 'draft') throw new Refusal('COURSE_STATUS', 'This course isn’t on the site.');
      if (published) requireCompleteLessons(course.lessons);
      const status = published ? 'published' : 'withdrawn';
      await tx.manager.update(Course, course.id, { status, editedAt: this.clock.now() });
      return this.byId(course.id, tx);
    });
  }

  private async lock(tx: Tx, id: string): Promise<void> {
    if (!isUuid(id)) throw notFound('This course');
    await tx.query('SELECT FROM learning.course WHERE id = $1 FOR NO KEY UPDATE', [id]);
  }

  private async requireThere(tx: Tx, { lessons, credentialTypeId }: CourseDraft): Promise<void> {
    const found = await tx.query<{ id: string }>('SELECT id FROM learning.article WHERE id = ANY ($1::uuid[])', [
      lessons.map(({ articleId }) => articleId),
    ]);
    const existing = new Set(found.map(({ id }) => id));
    const missing = lessons.flatMap(({ articleId }, at) =>
      existing.has(articleId) ? [] : [[`lessons.${at}.articleId`, 'not-there']],
    );
    if (missing.length > 0) throw badInput(Object.fromEntries(missing) as Record<string, string>);
    if (credentialTypeId === null) return;
    const type = isUuid(credentialTypeId) ? await this.types.byId(credentialTypeId, tx) : null;
    if (type?.kind !== 'training') throw badInput({ credentialTypeId: 'not-a-choice' });
  }

  private async writeLessons(tx: Tx, courseId: string, { lessons }: CourseDraft): Promise<void> {
    await tx.manager.delete(Lesson, { courseId });
    if (lessons.length === 0) return;
    await tx.manager.insert(
      Lesson,
      lessons.map((lesson, at) => ({ ...lesson, courseId, number: at + 1 })),
    );
  }

  private async findCourses(within: Database | Tx, id: string | null): Promise<ManagedCourseDetails[]> {
    const rows = await within.query<
      Omit<ManagedCourseDetails, 'en' | 'es' | 'lessonCount' | 'allArticlesPublished'> & {
        texts: { en: CourseText; es: CourseText };
      }
    >(
      `SELECT ${selectList(Course, 'c', shownColumns)}, k.name AS credential,
         (SELECT count(*)::integer FROM learning.course_completion d WHERE d.course_id = c.id) AS completions,
         (SELECT coalesce(json_agg(json_build_object('articleId', n.article_id, 'questions', n.questions,
             'title', coalesce(t.title, v.texts->'en'->>'title'), 'onSite', a.status = 'published') ORDER BY n.number), '[]')
          FROM learning.lesson n JOIN learning.article a ON a.id = n.article_id
            LEFT JOIN learning.article_text t ON t.article_id = a.id AND t.locale = 'en'
            LEFT JOIN learning.article_version v ON v.article_id = a.id AND v.number = a.version
          WHERE n.course_id = c.id) AS lessons
       FROM learning.course c LEFT JOIN volunteers.credential_type k ON k.id = c.credential_type_id
       WHERE $1::uuid IS NULL OR c.id = $1 ORDER BY c.position LIMIT 200`,
      [id],
    );
    return rows.map(({ texts, ...row }) => ({
      ...row,
      ...texts,
      lessonCount: row.lessons.length,
      allArticlesPublished: row.lessons.every(({ onSite }) => onSite),
    }));
  }
}

const shownColumns = ['id', 'slug', 'audience', 'status', 'edition', 'minutes', 'credentialTypeId', 'texts'] as const;

/** Requires at least one lesson, and questions in each. @throws Refusal BAD_INPUT */
function requireCompleteLessons(lessons: ReadonlyArray<{ questions: readonly unknown[] }>): void {
  if (lessons.length === 0) throw badInput({ lessons: 'required' });
  const withoutQuestions = lessons.findIndex(({ questions }) => questions.length === 0);
  if (withoutQuestions >= 0) throw badInput({ [`lessons.${withoutQuestions}.questions`]: 'required' });
}
