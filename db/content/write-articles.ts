import { articles } from './articles/index.js';

interface Runner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/**
 * Writes the articles that a release brings along. One that was reviewed later where it is in use stays as it is: whoever
 * looked at it last is right.
 */
export async function writeArticles(runner: Runner): Promise<void> {
  const places = new Map<string, number>();
  for (const { slug, audience, sources, reviewedOn, reviewBy, ...texts } of articles) {
    const position = (places.get(audience) ?? 0) + 1;
    places.set(audience, position);
    const rows = (await runner.query(
      `INSERT INTO learning.article (slug, audience, position, sources, reviewed_on, review_by)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (slug) DO UPDATE SET audience = EXCLUDED.audience, position = EXCLUDED.position,
         sources = EXCLUDED.sources, reviewed_on = EXCLUDED.reviewed_on, review_by = EXCLUDED.review_by
         WHERE article.reviewed_on < EXCLUDED.reviewed_on
       RETURNING id`,
      [slug, audience, position, JSON.stringify(sources), reviewedOn, reviewBy],
    )) as Array<{ id: string }>;
    for (const { id } of rows) {
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
