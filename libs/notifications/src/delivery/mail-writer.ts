import { Injectable } from '@nestjs/common';
import { Clock, Config, Logger } from '@upstander/platform';
import { MailTemplates } from '../templates/mail-templates.js';
import { composeMail, type ComposedMail } from './compose-mail.js';
import type { ClaimedMail, MailOutcome } from './mail-claims.js';
import { backoff } from './smtp-failure.js';

/** Finds out what mails have to say: looks things up a template at a time, and writes each mail from that. */
@Injectable()
export class MailWriter {
  constructor(
    private readonly templates: MailTemplates,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Looks everything up, one call a template. Answers the data by mail id; what has no data has an outcome instead:
   * nothing left to say, no such template, or, when looking up failed, another time. One broken template never keeps
   * the others' mails back.
   */
  async load(mails: readonly ClaimedMail[]): Promise<{ data: Map<string, unknown>; outcomes: MailOutcome[] }> {
    const data = new Map<string, unknown>();
    const outcomes: MailOutcome[] = [];
    for (const [name, rows] of byTemplate(mails)) {
      const template = this.templates.find(name);
      if (!template) {
        const error = `There is no mail template "${name}".`;
        outcomes.push(...rows.map(({ id }) => ({ id, status: 'failed', error }) as const));
        continue;
      }
      try {
        const found = await template.load(rows);
        for (const { id } of rows) {
          const about = found.get(id) ?? null;
          if (about === null) outcomes.push({ id, status: 'skipped' });
          else data.set(id, about);
        }
      } catch (error) {
        this.logger.fault(error, { template: name, mails: rows.length }, 'what mails are about could not be looked up');
        outcomes.push(...rows.map((row) => this.later(row)));
      }
    }
    return { data, outcomes };
  }

  /** Writes one mail; null when that cannot be done, which the log explains. */
  write(mail: ClaimedMail, data: unknown): ComposedMail | null {
    try {
      const content = this.templates.find(mail.template)?.render(data, mail.locale);
      return content ? composeMail(this.config, mail, content, this.clock.now()) : null;
    } catch (error) {
      this.logger.fault(error, { mail: mail.id, template: mail.template }, 'a mail could not be written');
      return null;
    }
  }

  private later({ id, attempts }: ClaimedMail): MailOutcome {
    const dueAt = new Date(this.clock.now().valueOf() + backoff(attempts));
    return { id, status: 'due', dueAt, error: 'What it is about could not be looked up; the log says why.' };
  }
}

function byTemplate(mails: readonly ClaimedMail[]): Map<string, ClaimedMail[]> {
  const groups = new Map<string, ClaimedMail[]>();
  for (const mail of mails) {
    const group = groups.get(mail.template);
    if (group) group.push(mail);
    else groups.set(mail.template, [mail]);
  }
  return groups;
}
