import { smsWording, wordingVersion } from '@upstander/notifications';
import type { Tx } from '@upstander/platform';
import type { DemoMail } from './mail-log.js';
import { ana } from './people.js';
import { idOf } from './random.js';

const day = 24 * 3_600_000;

/** Ana gets texts and emails. She ended texts once and turned them on again. */
export async function insertTexts(
  tx: Tx,
  mails: readonly DemoMail[],
  { now, organization }: { now: Date; organization: string },
): Promise<void> {
  const at = (days: number) => new Date(now.valueOf() - days * day);
  const consents = [
    { id: idOf('sms-consent', 'first'), source: 'account', givenAt: at(200), revokedAt: at(90) },
    { id: idOf('sms-consent', 'second'), source: 'text', givenAt: at(80), revokedAt: null },
  ];
  await tx.query(
    `INSERT INTO notifications.sms_consent (id, number, recipient, locale, channel, wording, wording_version, source,
       given_at, revoked_at, revoked_by, revoked_detail)
     SELECT c.id, $2, $3, 'es', 'both', $4, $5, c.source, c."givenAt", c."revokedAt",
       CASE WHEN c."revokedAt" IS NOT NULL THEN 'text' END, CASE WHEN c."revokedAt" IS NOT NULL THEN 'Alto' END
     FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, source text, "givenAt" timestamptz, "revokedAt" timestamptz)`,
    [JSON.stringify(consents), ana.phone, ana.email, smsWording(organization, 'es'), wordingVersion],
  );
  const reminders = mails.filter(
    ({ recipient, template, dueAt }) => recipient === ana.email && template === 'reminder-day-before' && dueAt > at(80),
  );
  await tx.query(
    `INSERT INTO notifications.sms (key, template, subject_id, consent_id, recipient, number, locale, data, status, due_at,
       first_tried_at, sent_at, segments, answer, answered_at, created_at)
     SELECT m.key, m.template, m."subjectId", $2, $3, $4, 'es', m.data, 'delivered', m."dueAt", m."dueAt", m."dueAt", 1, 1,
       m."dueAt" + interval '7 minutes', m."dueAt"
     FROM jsonb_to_recordset($1::jsonb) AS m (key text, template text, "subjectId" uuid, data jsonb, "dueAt" timestamptz)`,
    [JSON.stringify(reminders), consents[1]!.id, ana.email, ana.phone],
  );
}
