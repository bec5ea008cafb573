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
  /** Set for appeals only. */
  unsubscribe?: Unsubscribe;
}

/** The way to unsubscribe from the list that an appeal is sent to. */
export interface Unsubscribe {
  /** Accepts the POST of a mailbox's unsubscribe button (RFC 8058) and shows a page to everyone else. */
  url: string;
  /** First label of List-Id (RFC 2919): one name per list, the same in each of its emails. */
  list: 'volunteer-messages' | 'fundraiser-updates';
}

/** A defined mail as the delivery uses it. */
export interface MailTemplate {
  class: 'transactional' | 'appeal';
  isNotice: boolean;
  /** What the mails are written from, by mail id; null for what is skipped. */
  load(mails: readonly MailRow[]): Promise<ReadonlyMap<string, unknown>>;
  render(loaded: unknown, locale: LocaleName): MailContent;
}
