import { articles } from './articles/index.js';

interface Runner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Skips articles that staff have edited or reviewed later. */
export async function writeArticles(runner: Runner): Promise<void> {
  const places = new Map<string, number>();
  for (const { slug, audience, sources, reviewedOn, reviewBy, isLegal = false, ...texts } of articles) {
    const position = (places.get(audience) ?? 0) + 1;
    places.set(audience, position);
    const rows = (await runner.query(
      `INSERT INTO learning.article (slug, audience, position, sources, reviewed_on, review_by, legal)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (slug) DO UPDATE SET audience = EXCLUDED.audience, position = EXCLUDED.position,
         sources = EXCLUDED.sources, reviewed_on = EXCLUDED.reviewed_on, review_by = EXCLUDED.review_by,
         legal = EXCLUDED.legal, lawyer_reviewed_on = NULL, lawyer_reviewed_by = '', version = article.version + 1
         WHERE article.reviewed_on < EXCLUDED.reviewed_on AND article.edited_at IS NULL
       RETURNING id`,
      [slug, audience, position, JSON.stringify(sources), reviewedOn, reviewBy, isLegal],
    )) as Array<{ id: string }>;
    for (const { id } of rows) {
      await runner.query(
        `UPDATE learning.article_version SET status = 'superseded' WHERE article_id = $1 AND status = 'published'`,
        [id],
      );
      await runner.query(
        `INSERT INTO learning.article_version
           (article_id, number, status, audience, review_by, sources, texts, spanish_in_step, written_at)
         SELECT id, version, 'published', audience, review_by, sources, $2, true, reviewed_on FROM learning.article WHERE id = $1`,
        [id, JSON.stringify(texts)],
      );
      for (const locale of ['en', 'es'] as const) {
        const { title, summary, note, body } = texts[locale];
        await runner.query(
          `INSERT INTO learning.article_text (article_id, locale, title, summary, note, body)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (article_id, locale) DO UPDATE
             SET title = EXCLUDED.title, summary = EXCLUDED.summary, note = EXCLUDED.note, body = EXCLUDED.body`,
          [id, locale, title, summary, note, body],
        );
      }
    }
  }
}
