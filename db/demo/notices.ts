import type { Tx } from '@upstander/platform';
import type { DemoMail } from './mail-log.js';
import { ana } from './people.js';
import { idOf } from './random.js';

/** An address that bounced is stopped. Organizers and Ana get their daily summaries when the worker starts. */
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
  await insertDigest(tx, now);
}

/** Ana gets thanks and messages once a day. */
async function insertDigest(tx: Tx, now: Date): Promise<void> {
  const digestId = idOf('mail', 'daily-digest');
  await tx.query(
    `INSERT INTO notifications.preference (recipient, topic, frequency, changed_at)
     SELECT $1, topic, 'daily', $2 FROM unnest(ARRAY['thank_yous', 'volunteer_messages']) AS topic`,
    [ana.email, now],
  );
  await tx.query(
    `INSERT INTO notifications.mail (id, key, template, subject_id, recipient, locale, data, status, due_at, digest_id)
     VALUES ($1, 'daily-digest/demo', 'daily-digest', NULL, $2, $3, '{}', 'due', $4, NULL),
       ($5, 'hours-milestone/' || $6 || '/demo', 'hours-milestone', $6::uuid, $2, $3, '{"hours": 25}', 'collected', $4, $1)`,
    [digestId, ana.email, ana.locale, now, idOf('mail', 'hours-milestone'), ana.id],
  );
}
