import type { Tx } from '@upstander/platform';
import type { DemoMail } from './mail-log.js';

/** An address that bounced is stopped. Organizers get the summary of two days when the worker starts. */
export async function insertNotices(tx: Tx, mails: readonly DemoMail[], now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO notifications.delivery_problem (recipient, kind, reason, since)
     SELECT p.recipient, 'bounced', p."lastError", p."dueAt"
     FROM jsonb_to_recordset($1::jsonb) AS p (recipient citext, "lastError" text, "dueAt" timestamptz)`,
    [JSON.stringify(mails.filter(({ status }) => status === 'bounced'))],
  );
  await tx.query(
    `INSERT INTO notifications.staff_notice (account_id, topic, covered_until)
     SELECT a.id, t.topic, $1::timestamptz - interval '2 days'
     FROM identity.account a CROSS JOIN unnest(ARRAY['new_signups', 'registration_answers']) AS t (topic)
     WHERE EXISTS (SELECT FROM identity."grant" g WHERE g.account_id = a.id AND g.role = 'organizer')`,
    [now],
  );
}
