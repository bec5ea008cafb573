import type { LocaleName } from '@upstander/identity';
import type { NotificationTopic } from '../preferences/notification-topic.js';
import type { MailBlock } from '../layout/mail-layout.js';
import type { MailContent, MailRow, Unsubscribe } from './mail-template.js';

export interface MailText extends Pick<MailContent, 'subject' | 'ics' | 'replyTo' | 'discreet' | 'unsubscribe'> {
  heading: string;
  blocks: readonly MailBlock[];
  /** Shown after the subject; defaults to the first paragraph. */
  preview?: string | undefined;
}

interface Definition<Facts, Written extends MailText> {
  /** Value of `notifications.mail.template`. */
  name: string;
  /** True if the mail log must hide the recipient and the time of day. */
  isNotice?: true;
  /** Set if people can turn it off. It is skipped if the recipient has. */
  topic?: NotificationTopic;
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

/**
 * An email template.
 * Transactional emails inform people about something they asked for. Appeals ask for something and offer one-click
 * unsubscribe (RFC 8058) through a POST to an https URL.
 */
export type DefinedMail<Facts> =
  | (Definition<Facts, MailText> & { class?: 'transactional' })
  | (Definition<Facts, MailText & { unsubscribe: Unsubscribe }> & { class: 'appeal' });
