export type MailLocale = 'en' | 'es';

/** A mail that is about to be rendered, as its row has it. */
export interface MailRow {
  id: string;
  key: string;
  template: string;
  subjectId: string | null;
  recipient: string;
  locale: MailLocale;
  data: Readonly<Record<string, unknown>>;
}

/** A mail as it leaves, but for its headers. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
  /** A calendar entry that goes along, as its own part and as a file. */
  ics?: { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; content: string; filename: string };
  /** Whom an answer reaches, where that is not the sender. */
  replyTo?: string;
}

/**
 * How one kind of mail is made. `load` looks at the world again for a whole batch, in one statement where it can: null
 * (or nothing) for a row means that what it was about is gone or over, and the mail is skipped.
 */
export interface MailTemplate<Data> {
  /** As in the row's `template`, such as `signup-confirm`. */
  readonly name: string;
  /** `transactional` follows from something the person did; only an `appeal` may be unsubscribed from (RFC 8058). */
  readonly class: 'transactional' | 'appeal';
  load(rows: readonly MailRow[]): Promise<ReadonlyMap<string, Data | null>>;
  render(data: Data, locale: MailLocale): RenderedMail | Promise<RenderedMail>;
}
