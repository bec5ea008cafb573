import type { LocaleName } from '@upstander/identity';
import type { MailBlock } from '../layout/mail-layout.js';
import type { MailRow } from './mail-template.js';

/** A mail in words, before it is HTML or text. */
export interface Letter {
  subject: string;
  heading: string;
  blocks: readonly MailBlock[];
}

/** One mail about a row of ours: what it is about, looked up when it goes out, and its words. */
export interface DefinedMail<Facts> {
  /** The word in `notifications.mail.template`. */
  name: string;
  /** By the id of the row; what is missing has nothing to say any more, and the mail is skipped. */
  load(ids: readonly string[]): Promise<ReadonlyMap<string, Facts>>;
  /** False once the mail would no longer be true: it is skipped then. */
  stillTrue?(facts: Facts, data: MailRow['data']): boolean;
  /** Writes it, without looking anything up. */
  write: Readonly<Record<LocaleName, (facts: Facts, data: MailRow['data']) => Letter>>;
}
