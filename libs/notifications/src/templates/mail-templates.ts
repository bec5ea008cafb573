import { Injectable } from '@nestjs/common';
import { Config } from '@upstander/platform';
import { mailLayout } from '../layout/mail-layout.js';
import type { DefinedMail, MailText } from './defined-mail.js';
import type { MailContent, MailRow, MailTemplate } from './mail-template.js';

interface Loaded<Facts> {
  facts: Facts;
  data: MailRow['data'];
}

/** Every mail that can be written. A library defines its own when its module starts. */
@Injectable()
export class MailTemplates {
  private readonly known = new Map<string, MailTemplate>();

  constructor(private readonly config: Config) {}

  /**
   * Lets the outbox write a mail: loaded with all others of its kind, skipped when it is no longer true.
   * @throws when there is one of this name already.
   */
  define<Facts>(mail: DefinedMail<Facts>): void {
    const { name } = mail;
    if (this.known.has(name)) throw new Error(`The mail "${name}" is defined twice.`);
    this.known.set(name, {
      class: mail.class ?? 'transactional',
      isNotice: mail.isNotice ?? false,
      load: (rows) => loaded(mail, rows),
      render: (about, locale) => {
        const { facts, data } = about as Loaded<Facts>;
        return this.laidOut(mail.write(facts, locale, data), locale);
      },
    });
  }

  /** The mail of this name, or undefined: one of a later release may wait in the outbox. */
  find(name: string): MailTemplate | undefined {
    return this.known.get(name);
  }

  names(): string[] {
    return [...this.known.keys()].sort();
  }

  /** The mails that the log shows as notices only. */
  notices(): string[] {
    return this.names().filter((name) => this.known.get(name)?.isNotice);
  }

  private laidOut({ heading, blocks, preview, ...head }: MailText, locale: MailRow['locale']): MailContent {
    const { PUBLIC_URL } = this.config;
    // A discreet mail does not say at its head or foot either whose it is.
    const unnamed = { PUBLIC_URL, ORGANISATION_NAME: new URL(PUBLIC_URL).host, POSTAL_ADDRESS: '', MAIL_COLOUR: null };
    return { ...head, ...mailLayout(head.discreet ? unnamed : this.config, { locale, heading, blocks, preview }) };
  }
}

async function loaded<Facts>(
  { by = ({ subjectId }) => subjectId, load, stillTrue }: DefinedMail<Facts>,
  mails: readonly MailRow[],
): Promise<Map<string, Loaded<Facts> | null>> {
  const found = await load([...new Set(mails.flatMap((mail) => by(mail) ?? []))], mails);
  return new Map(
    mails.map((mail) => {
      const facts = found.get(by(mail) ?? '');
      const holds = facts !== undefined && (stillTrue?.(facts, mail.data, mail) ?? true);
      return [mail.id, holds ? { facts, data: mail.data } : null];
    }),
  );
}
