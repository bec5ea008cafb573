import { courses } from './courses.js';

interface Runner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Skips courses that staff have edited. If the release changed the lessons, it is a new edition. */
export async function writeCourses(runner: Runner): Promise<void> {
  for (const [at, { slug, audience, minutes, edition, en, es, lessons }] of courses.entries()) {
    const rows = (await runner.query(
      `INSERT INTO learning.course (slug, audience, position, status, minutes, edition, texts)
       VALUES ($1, $2, $3, 'published', $4, $5, $6)
       ON CONFLICT (slug) DO UPDATE SET audience = EXCLUDED.audience, minutes = EXCLUDED.minutes,
         edition = EXCLUDED.edition, texts = EXCLUDED.texts
         WHERE course.edition < EXCLUDED.edition AND course.edited_at IS NULL
       RETURNING id`,
      [slug, audience, at + 1, minutes, edition, JSON.stringify({ en, es })],
    )) as Array<{ id: string }>;
    for (const { id } of rows) {
      await runner.query('DELETE FROM learning.lesson WHERE course_id = $1', [id]);
      for (const [place, { article, questions }] of lessons.entries()) {
        await runner.query(
          `INSERT INTO learning.lesson (course_id, number, article_id, questions)
           SELECT $1, $2, a.id, $4 FROM learning.article a WHERE a.slug = $3`,
          [id, place + 1, article, JSON.stringify(questions)],
        );
      }
    }
  }
}
