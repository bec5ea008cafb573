import { accountEmail, accountLocale } from '@upstander/identity';
import type { MailName } from './mail-data.js';
import type { MailStatus } from './mail-status.js';

/** SQL expressions of the emails to insert, evaluated for each row of `from`. */
export type MailRows = Addressee & {
  template: MailName | { column: string };
  /** The email's occasion. Rows with a key that already exists are ignored. */
  key: string;
  subjectId: string;
  data?: string;
  dueAt: string;
  canWait?: string;
  /** For emails whose time of creation must not reveal anything. */
  createdAt?: string;
  /** Everything after `FROM`: tables, joins, conditions, order and limit. */
  from: string;
};

/** Who gets the email: an address with a language, or the ID of an account. */
type Addressee = { recipient: string; locale: string } | { account: string };

/**
 * Returns an INSERT of one email per row, which returns the IDs of the new ones. Use it in the statement or transaction
 * of their cause, then call `Outbox.deliver`. To add emails that are already in memory, use `Outbox.add`.
 */
export function insertMails(mails: MailRows): string {
  const template = typeof mails.template === 'string' ? `'${mails.template}'` : mails.template.column;
  const { recipient, locale } =
    'account' in mails ? { recipient: accountEmail(mails.account), locale: accountLocale(mails.account) } : mails;
  const columns = Object.entries({
    key: mails.key,
    template,
    subject_id: mails.subjectId,
    recipient,
    locale,
    data: mails.data,
    due_at: mails.dueAt,
    can_wait: mails.canWait,
    created_at: mails.createdAt,
  }).filter(([, sql]) => sql !== undefined);
  return `INSERT INTO notifications.mail (${columns.map(([name]) => name).join(', ')})
    SELECT ${columns.map(([, sql]) => sql).join(', ')}
    FROM ${mails.from}
    ON CONFLICT (key) DO NOTHING RETURNING id`;
}

/** Returns an SQL condition: an email with one of these keys was added, and has one of the statuses if any are given. */
export function mailExists(keys: readonly string[], statuses: readonly MailStatus[] = []): string {
  const ofStatus =
    statuses.length > 0 ? ` AND added.status IN (${statuses.map((status) => `'${status}'`).join(', ')})` : '';
  return `EXISTS (SELECT FROM notifications.mail added WHERE added.key IN (${keys.join(', ')})${ofStatus})`;
}
