import type { Mail } from '../mails/mail.entity.js';
import type { MailBlock } from '../layout/mail-layout.js';
import type { SmsBody } from '../sms/text/sms-text.js';
import type { SmsAnswer } from './defined-mail.js';
import type { NotificationTopic } from '../preferences/notification-topic.js';

/** Facts are loaded by `subjectId`. */
export type MailRow = Pick<Mail, 'id' | 'key' | 'subjectId' | 'recipient' | 'locale' | 'data' | 'dueAt'>;

export interface MailContent {
  subject: string;
  html: string;
  text: string;
  /** RFC 5546. */
  ics?: { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; content: string };
  /** Bare address for replies. */
  replyTo?: string;
  /** Omits the organization's name, so the inbox doesn't reveal the sender. */
  discreet?: boolean;
  unsubscribe?: Unsubscribe;
}

export interface Unsubscribe {
  /** Accepts the POST of a mailbox's unsubscribe button (RFC 8058) and shows a page to everyone else. */
  url: string;
  /** First label of List-Id (RFC 2919): one name per list, the same in each of its emails. */
  list: string;
}

/** Part of a daily summary. */
export interface DigestItem {
  subject: string;
  blocks: readonly MailBlock[];
}

export interface MailTemplate {
  class: 'transactional' | 'appeal';
  isNotice: boolean;
  topic: NotificationTopic | null;
  checksChoice: boolean;
  isAlwaysTried: boolean;
  /** Null if the email has no text. */
  sms: SmsTemplate | null;
  /** Returns facts by email ID; null for emails to skip. */
  load(mails: readonly MailRow[]): Promise<ReadonlyMap<string, unknown>>;
  render(loaded: unknown, mail: Pick<MailRow, 'id' | 'locale'>): MailContent;
  /** Writes its part of the daily summary. Null if it's always sent right away. */
  summarize: ((loaded: unknown, mail: Pick<MailRow, 'id' | 'locale'>) => DigestItem) | null;
}

export interface SmsTemplate {
  keepsEmail: boolean;
  wordingFrom: string | null;
  applies(loaded: unknown): boolean;
  /** Until when the text can be answered; null if it asks nothing. */
  askedUntil(loaded: unknown): Date | null;
  write(loaded: unknown, mail: Pick<MailRow, 'locale'>): SmsBody;
  answer: ((answer: SmsAnswer) => Promise<SmsBody>) | null;
}
