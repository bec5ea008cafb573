import type { LocaleName } from '@upstander/identity';
import type { Mail } from '../mails/mail.entity.js';

/** A due email, as passed to templates. Its facts are loaded by `subjectId`. */
export type MailRow = Pick<Mail, 'id' | 'key' | 'subjectId' | 'recipient' | 'locale' | 'data' | 'dueAt'>;

export interface MailContent {
  subject: string;
  html: string;
  text: string;
  /** Calendar entry with its iCalendar method (RFC 5546). */
  ics?: { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; content: string };
  /** Bare address for replies. */
  replyTo?: string;
  /** True to send without the organization's name, so the inbox doesn't reveal the sender. */
  discreet?: boolean;
  unsubscribe?: Unsubscribe;
}

/** Unsubscribe data of the list an appeal belongs to. */
export interface Unsubscribe {
  /** Accepts the POST of a mailbox's unsubscribe button (RFC 8058) and shows a page to everyone else. */
  url: string;
  /** First label of List-Id (RFC 2919): one name per list, the same in each of its emails. */
  list: 'volunteer-messages' | 'fundraiser-updates';
}

/** A template, as used by the delivery. */
export interface MailTemplate {
  class: 'transactional' | 'appeal';
  isNotice: boolean;
  /** Loads what each email is rendered from, by email ID. Null for emails to skip. */
  load(mails: readonly MailRow[]): Promise<ReadonlyMap<string, unknown>>;
  render(loaded: unknown, locale: LocaleName): MailContent;
}
