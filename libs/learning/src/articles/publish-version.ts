import type { Tx } from '@upstander/platform';

/** Publishes a version in the caller's transaction; it supersedes earlier versions. */
export async function publishVersion(tx: Tx, versionId: string, reviewedOn: string): Promise<void> {
  await tx.query(
    `UPDATE learning.article_version o SET status = 'superseded' FROM learning.article_version v
     WHERE v.id = $1 AND o.article_id = v.article_id AND o.number < v.number AND o.status <> 'superseded'`,
    [versionId],
  );
  await tx.query(`UPDATE learning.article_version SET status = 'published' WHERE id = $1`, [versionId]);
  await tx.query(
    `UPDATE learning.article a SET status = 'published', audience = v.audience, sources = v.sources,
       reviewed_by = v.reviewed_by, reviewed_on = $2, review_by = v.review_by, withdrawn_reason = NULL,
       withdrawal_requested_by = NULL, withdrawal_requested_at = NULL, withdrawal_reason = NULL,
       withdrawal_decided_by = NULL,
       lawyer_reviewed_on = NULL, lawyer_reviewed_by = ''
     FROM learning.article_version v WHERE v.id = $1 AND a.id = v.article_id`,
    [versionId, reviewedOn],
  );
  await tx.query(
    `INSERT INTO learning.article_text (article_id, locale, title, summary, note, body)
     SELECT v.article_id, t.key, t.value->>'title', t.value->>'summary', t.value->>'note', t.value->>'body'
     FROM learning.article_version v, jsonb_each(v.texts) t WHERE v.id = $1
     ON CONFLICT (article_id, locale) DO UPDATE
       SET title = EXCLUDED.title, summary = EXCLUDED.summary, note = EXCLUDED.note, body = EXCLUDED.body`,
    [versionId],
  );
}
