import type { LocaleName } from '@upstander/identity';
import type { MailBlock } from '../layout/mail-layout.js';
import type { MailContent, MailRow, Unsubscribe } from './mail-template.js';

/** A mail in words, before it is HTML or text. */
export interface MailText extends Pick<MailContent, 'subject' | 'ics' | 'replyTo' | 'discreet'> {
  heading: string;
  blocks: readonly MailBlock[];
  /** The line mail programs show after the subject; the first paragraph unless told. */
  preview?: string | undefined;
}

interface Definition<Facts, Written extends MailText> {
  /** The word in `notifications.mail.template`. */
  name: string;
  /** True if the mail log must hide the recipient and the time of day. */
  isNotice?: true;
  /** What the facts of a mail are found by: the id of its row, unless told. */
  by?(mail: MailRow): string | null;
  /**
   * Looks up the facts of many mails in one query, answered by what they are found by. What is missing (cancelled, moved,
   * gone) has nothing to say any more: its mail is skipped.
   */
  load(ids: readonly string[], mails: readonly MailRow[]): Promise<ReadonlyMap<string, Facts>>;
  /** False once the mail would no longer be true: it is skipped then. */
  stillTrue?(facts: Facts, data: MailRow['data'], mail: MailRow): boolean;
  /** Writes it, without looking anything up. */
  write(facts: Facts, locale: LocaleName, data: MailRow['data']): Written;
}

/**
 * One mail: what it is about, looked up when it goes out, and its words. It is news about what a person has asked for; an
 * appeal asks for something, and can be unsubscribed with one click (RFC 8058), by a POST to its https address.
 */
export type DefinedMail<Facts> =
  | (Definition<Facts, MailText> & { class?: 'transactional' })
  | (Definition<Facts, MailText & { unsubscribe: Unsubscribe }> & { class: 'appeal' });
