import { MailTemplates, type MailRow } from '@upstander/notifications';
import type { TestApp } from './app.js';

export interface WrittenMail {
  template: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
}

/** Returns pending emails rendered as they would be sent now, oldest first. Omits those that would be skipped. */
export async function renderPendingEmails(
  app: TestApp,
  filter: { recipient?: string; template?: string } = {},
): Promise<WrittenMail[]> {
  const rows = await app.db.query<MailRow & { template: string }>(
    `SELECT id, key, template, subject_id AS "subjectId", recipient, locale, data, due_at AS "dueAt"
     FROM notifications.mail
     WHERE ($1::text IS NULL OR recipient = $1::citext) AND ($2::text IS NULL OR template LIKE $2)
     ORDER BY created_at, key`,
    [filter.recipient ?? null, filter.template ?? null],
  );
  const mails: WrittenMail[] = [];
  for (const row of rows) {
    const template = app.nest.get(MailTemplates).find(row.template);
    if (!template) throw new Error(`No template for ${row.template}.`);
    const data = (await template.load([row])).get(row.id);
    if (!data) continue;
    const { subject, text, html } = template.render(data, row);
    mails.push({ template: row.template, recipient: row.recipient, subject, text, html });
  }
  return mails;
}
