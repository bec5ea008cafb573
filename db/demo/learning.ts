import type { Tx } from '@upstander/platform';
import { logins } from './accounts.js';
import { idOf } from './random.js';

const day = 86_400_000;
const by = (role: string) => idOf('account', logins.find((login) => login.role === role)!.email);

/** One article whose day to be read again has passed, one change that waits for an approval, and one that was given back. */
export async function insertArticleWork(tx: Tx, now: Date): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  const ago = (days: number) => new Date(now.valueOf() - days * day);
  await tx.query(
    `UPDATE learning.article SET reviewed_on = $1::date - 370, review_by = $1::date - 5 WHERE slug = 'what-it-is'`,
    [today],
  );
  await tx.query(
    `INSERT INTO learning.article_version
       (article_id, number, status, audience, reviewed_by, review_by, sources, texts, spanish_in_step, written_by, written_at)
     SELECT a.id, 2, 'draft', a.audience, 'Priya Banerjee', a.review_by, a.sources,
       jsonb_set(v.texts, '{en,summary}', to_jsonb($1::text)), false, $2, $3
     FROM learning.article a JOIN learning.article_version v ON v.article_id = a.id AND v.number = 1 WHERE a.slug = 'signs'`,
    [
      'No single sign proves anything. Several together are a reason to ask somebody who knows.',
      by('organizer'),
      ago(2),
    ],
  );
  await tx.query(
    `UPDATE learning.article_version v SET status = 'submitted' FROM learning.article a
     WHERE a.slug = 'signs' AND v.article_id = a.id AND v.number = 2`,
  );
  await tx.query(`UPDATE learning.article SET version = 2, edited_at = $1 WHERE slug = 'signs'`, [ago(2)]);
  const [made] = await tx.query<{ id: string }>(
    `INSERT INTO learning.article (slug, audience, position, status, sources, reviewed_on, review_by, edited_at, created_at)
     VALUES ('first-words', 'caregivers', 90, 'draft', '[]', $1::date, $1::date + 365, $2, $2) RETURNING id`,
    [today, ago(4)],
  );
  const nothing = { title: '', summary: '', note: '', body: '' };
  const en = {
    title: 'The first words after a hard talk',
    summary: 'What helps a child who has just told you something.',
    note: 'This page has no stories, only words to use.',
    body: '## Say this\n\n- “I am glad that you told me.”\n- “It is not your fault.”\n- “We will find out together what to do.”',
  };
  await tx.query(
    `INSERT INTO learning.article_version
       (article_id, number, status, audience, review_by, sources, texts, spanish_in_step, written_by, written_at, decided_by,
        decided_at, reason)
     VALUES ($1, 1, 'draft', 'caregivers', $2::date + 365, '[]', $3, false, $4, $5, $6, $7, $8)`,
    [
      ...[made!.id, today, JSON.stringify({ en, es: nothing }), by('organizer'), ago(4), by('moderator'), ago(1)],
      'Good words. Please add a source, and the Spanish.',
    ],
  );
}
