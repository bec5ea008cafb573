import type { Tx } from '@upstander/platform';
import { logins } from './accounts.js';
import { idOf } from './random.js';

const day = 86_400_000;
const accountOfRole = (role: string) => idOf('account', logins.find((login) => login.role === role)!.email);

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
      'No single sign proves anything. If you see several together, ask someone who knows.',
      accountOfRole('organizer'),
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
    body: '## Say this\n\n- “I’m glad you told me.”\n- “It’s not your fault.”\n- “We’ll figure out together what to do.”',
  };
  await tx.query(
    `INSERT INTO learning.article_version
       (article_id, number, status, audience, review_by, sources, texts, spanish_in_step, written_by, written_at, decided_by,
        decided_at, reason)
     VALUES ($1, 1, 'draft', 'caregivers', $2::date + 365, '[]', $3, false, $4, $5, $6, $7, $8)`,
    [
      made!.id,
      today,
      JSON.stringify({ en, es: nothing }),
      accountOfRole('organizer'),
      ago(4),
      accountOfRole('moderator'),
      ago(1),
      'Good words. Please add a source, and the Spanish.',
    ],
  );
}

export async function insertCompletions(tx: Tx, now: Date): Promise<void> {
  const [type] = await tx.query<{ id: string }>(
    `INSERT INTO volunteers.credential_type (kind, name, name_es, how_to_get, how_to_get_es, valid_months)
     VALUES ('training', 'Knows the signs', 'Conoce las señales', 'Take the course on this site: it is three short lessons.',
       'Toma el curso en este sitio: son tres lecciones cortas.', 12) RETURNING id`,
  );
  await tx.query(`UPDATE learning.course SET credential_type_id = $1 WHERE slug = 'notice-and-help'`, [type!.id]);
  await tx.query(
    `WITH helper AS (
       SELECT v.id, v.name, ($2::timestamptz - row_number() OVER (ORDER BY v.id) * interval '9 days')::date AS day
       FROM volunteers.volunteer v WHERE v.proven_at IS NOT NULL ORDER BY v.id LIMIT 8
     ), given AS (
       INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, issued_on, expires_on, evidence, decided_at,
         created_at, updated_at)
       SELECT s.id, $1, 'training', 'approved', s.day, (s.day + interval '1 year' - interval '1 day')::date,
         'Know the signs and how to help', s.day, s.day, s.day FROM helper s
       RETURNING id, volunteer_id, issued_on
     )
     INSERT INTO learning.course_completion (course_id, edition, volunteer_id, credential_id, name, completed_on, created_at)
     SELECT c.id, c.edition, g.volunteer_id, g.id, s.name, g.issued_on, g.issued_on
     FROM given g JOIN helper s ON s.id = g.volunteer_id JOIN learning.course c ON c.slug = 'notice-and-help'`,
    [type!.id, now],
  );
}
