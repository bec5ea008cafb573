import type { Database, Tx } from '@upstander/platform';

/** Shown in the email log. */
const asText = 'Sent as a text instead.';

export const replacedByText = { status: 'skipped', error: asText } as const;

/** Statuses of a text that was or will be sent, so its email isn't needed. */
export const liveStatuses = ['due', 'sending', 'queued', 'sent', 'delivered'];

/** Sends the emails of texts that won't be delivered. */
export async function releaseEmails(
  db: Database | Tx,
  texts: ReadonlyArray<{ id: string; status: string }>,
  now: Date,
): Promise<void> {
  const lost = texts.filter(({ status }) => !liveStatuses.includes(status)).map(({ id }) => id);
  if (lost.length === 0) return;
  await db.query(
    `UPDATE notifications.mail SET status = 'due', due_at = $2, last_error = NULL
     FROM notifications.sms WHERE sms.id = ANY ($1::uuid[]) AND mail.key = sms.key
       AND mail.status = 'skipped' AND mail.last_error = $3`,
    [lost, now, asText],
  );
}
