import type { LocaleName } from '@upstander/identity';
import type { NotificationTopic } from '../preferences/notification-topic.js';
import type { SmsBody } from '../sms/text/sms-text.js';
import type { MailBlock } from '../layout/mail-layout.js';
import type { MailContent, MailRow, Unsubscribe } from './mail-template.js';

export interface MailText extends Pick<MailContent, 'subject' | 'ics' | 'replyTo' | 'discreet' | 'unsubscribe'> {
  heading: string;
  blocks: readonly MailBlock[];
  /** Shown after the subject; defaults to the first paragraph. */
  preview?: string | undefined;
}

/** `link`: subject and first button. `message`: subject, quoted text and a link to reply. `sections`: all parts. */
export type DigestPart = 'link' | 'message' | 'sections';

interface Definition<Facts, Written extends MailText> {
  /** Value of `notifications.mail.template`. */
  name: string;
  /** True if the mail log must hide the recipient and the time of day. */
  isNotice?: true;
  /** Set if people choose how often they get it. It is skipped if the recipient turned it off. */
  topic?: NotificationTopic;
  /** True if `load` decides if the recipient turned it off. */
  checksChoice?: true;
  /** Its part of the daily summary. Without one, it can't wait and is sent right away. */
  digest?: DigestPart;
  /** True for an email that its recipient just asked for, sent even if earlier ones bounced. */
  isAlwaysTried?: true;
  /** Returns the ID to load facts by. Defaults to the row's `subject_id`. */
  by?(mail: MailRow): string | null;
  /** Loads facts in one query, keyed by ID. Emails without facts (canceled, moved, deleted) are skipped. */
  load(ids: readonly string[], mails: readonly MailRow[]): Promise<ReadonlyMap<string, Facts>>;
  /** False if the email is outdated and must be skipped. */
  isStillRelevant?(facts: Facts, data: MailRow['data'], mail: MailRow): boolean;
  /** Writes the content without further queries. */
  write(facts: Facts, locale: LocaleName, data: MailRow['data'], mailId: string): Written;
}

/** An answer to a text: 1 for yes, 2 for no. */
export interface SmsAnswer {
  subjectId: string;
  answer: 1 | 2;
  locale: LocaleName;
  /** The same for repeated deliveries of the answer. */
  key: string;
}

/** The text that people get who chose texts. */
export interface DefinedSms<Facts> {
  /** Writes the text without the organization's name, which is put before it. Short, and safe to read on a lock screen. */
  write(facts: Facts, locale: LocaleName, data: MailRow['data']): SmsBody;
  /** False if this email isn't sent as a text, for example the confirmation of something the person just did. */
  applies?(facts: Facts, data: MailRow['data']): boolean;
  /** Earliest version of the consent's wording that covers it; every version by default. */
  wordingFrom?: string | undefined;
  /** True if people who prefer texts get the email as well. */
  keepsEmail?: boolean | undefined;
  question?: {
    /** Returns null if it asks nothing of this person. */
    until(facts: Facts): Date | null;
    /** Acts on the answer and returns the reply. */
    answer(answer: SmsAnswer): Promise<SmsBody>;
  };
}

/**
 * An email template.
 * Transactional emails inform people about something they asked for. Appeals ask for something and offer one-click
 * unsubscribe (RFC 8058) through a POST to an https URL.
 */
export type DefinedMail<Facts> =
  | (Definition<Facts, MailText> & { class?: 'transactional'; sms?: DefinedSms<Facts> })
  | (Definition<Facts, MailText & { unsubscribe: Unsubscribe }> & { class: 'appeal' });
