import { Injectable } from '@nestjs/common';
import { Config } from '@upstander/platform';
import { mailLayout } from '../layout/mail-layout.js';
import type { DefinedMail } from './defined-mail.js';
import type { MailRow, MailTemplate } from './mail-template.js';

/** Every mail that can be written. A library registers its templates when its module starts. */
@Injectable()
export class MailTemplates {
  private readonly known = new Map<string, MailTemplate<unknown>>();

  constructor(private readonly config: Config) {}

  /** Lets the outbox write a mail about a row: loaded with all others of its kind, skipped when it is no longer true. */
  define<Facts>({ name, load, stillTrue, write }: DefinedMail<Facts>): void {
    this.register<{ facts: Facts; data: MailRow['data'] }>({
      name,
      class: 'transactional',
      load: async (mails) => {
        const found = await load(mails.flatMap(({ subjectId }) => subjectId ?? []));
        return new Map(
          mails.map(({ id, subjectId, data }) => {
            const facts = subjectId ? found.get(subjectId) : undefined;
            return [id, facts && (stillTrue?.(facts, data) ?? true) ? { facts, data } : null];
          }),
        );
      },
      render: ({ facts, data }, locale) => {
        const { subject, heading, blocks } = write[locale](facts, data);
        return { subject, ...mailLayout(this.config, { locale, heading, blocks }) };
      },
    });
  }

  /** @throws when there is a template of this name already. */
  register<Data>(template: MailTemplate<Data>): void {
    if (this.known.has(template.name)) throw new Error(`The mail template "${template.name}" is registered twice.`);
    this.known.set(template.name, template as MailTemplate<unknown>);
  }

  /** The template of this name, or undefined: a mail of a later release may wait for one we do not know yet. */
  find(name: string): MailTemplate<unknown> | undefined {
    return this.known.get(name);
  }

  names(): string[] {
    return [...this.known.keys()].sort();
  }
}
