import type { LocaleName } from '@upstander/identity';
import type { Mail } from '../mails/mail.entity.js';

/** A mail that is to go out now, as a template sees it; what it is about is looked up again by `subjectId`. */
export type MailRow = Pick<Mail, 'id' | 'key' | 'subjectId' | 'recipient' | 'locale' | 'data' | 'dueAt'>;

export interface MailContent {
  subject: string;
  html: string;
  text: string;
  /** A calendar entry, as the iCalendar method says (RFC 5546). */
  ics?: { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; content: string };
  /** A bare address that answers go to. */
  replyTo?: string;
  /** Comes from our address without a name: whoever sees the inbox learns nothing of who writes. */
  discreet?: boolean;
}

interface Template<Data, Content extends MailContent> {
  /** The word in `notifications.mail.template`. */
  name: string;
  /**
   * Looks up what the mails are about: one query for all of them, answered by mail id. `null`, or no answer, means that
   * there is nothing left to say (cancelled, moved, gone): the mail is skipped.
   */
  load(mails: readonly MailRow[]): Promise<ReadonlyMap<string, Data | null>>;
  /** Writes the mail, without looking anything up. */
  render(data: Data, locale: LocaleName): Content;
}

/** News about what a person has asked for: confirmations, reminders, receipts. */
export interface TransactionalTemplate<Data> extends Template<Data, MailContent> {
  class: 'transactional';
}

/** A wish of ours: it can be unsubscribed with one click (RFC 8058), by a POST to this https address. */
export interface AppealTemplate<Data> extends Template<Data, MailContent & { unsubscribeUrl: string }> {
  class: 'appeal';
}

export type MailTemplate<Data> = TransactionalTemplate<Data> | AppealTemplate<Data>;
