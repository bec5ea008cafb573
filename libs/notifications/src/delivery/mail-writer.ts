import { Injectable } from '@nestjs/common';
import { Clock, Config, Logger } from '@upstander/platform';
import { Digests } from '../digests/digests.service.js';
import { replacedByText } from '../sms/diversion/sms-emails.js';
import { SmsOutbox } from '../sms/diversion/sms-outbox.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { ReplyAddresses, returnPathKind } from '../replies/reply-addresses.js';
import { composeMail, type ComposedMail } from './compose-mail.js';
import type { ClaimedMail, MailOutcome } from './mail-claims.js';
import { backoff } from './smtp-failure.js';
import { UnwantedMails } from '../templates/unwanted-mails.js';

/** In milliseconds. After that, no program of the installation knows the template. */
const longestUpgrade = 24 * 3_600_000;

@Injectable()
export class MailWriter {
  constructor(
    private readonly templates: MailTemplates,
    private readonly unwantedMails: UnwantedMails,
    private readonly replyAddresses: ReplyAddresses,
    private readonly texts: SmsOutbox,
    private readonly digests: Digests,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Loads data by email ID, with one call per template.
   * Emails that wait for a daily summary are left out. Others without data get an outcome: skipped, or retry if the template is unknown or failed to load.
   * A failing template doesn't affect others.
   */
  async load(mails: readonly ClaimedMail[]): Promise<{ data: Map<string, unknown>; outcomes: MailOutcome[] }> {
    const data = new Map<string, unknown>();
    const outcomes: MailOutcome[] = [];
    for (const [name, rows] of groupByTemplate(mails)) {
      const template = this.templates.find(name);
      if (!template) {
        outcomes.push(...rows.map((row) => this.leaveToNewerRelease(row)));
        continue;
      }
      try {
        const wanted = await this.unwantedMails.filter(rows, template);
        outcomes.push(...wanted.outcomes);
        const found = await template.load(wanted.mails);
        const current = wanted.mails.filter(({ id }) => (found.get(id) ?? null) !== null);
        const collected = await this.digests.collect(current, template);
        const replaced = await this.texts.divert(current, found, template);
        for (const { id } of wanted.mails) {
          const about = found.get(id) ?? null;
          if (collected.has(id)) continue;
          if (about === null) outcomes.push({ id, status: 'skipped' });
          else if (replaced.has(id)) outcomes.push({ id, ...replacedByText });
          else data.set(id, about);
        }
      } catch (error) {
        this.logger.fault(error, { template: name, mails: rows.length }, 'could not load email data');
        const reason = 'The data of the email could not be loaded. See the log.';
        outcomes.push(...rows.map((row) => this.retryLater(row, reason)));
      }
    }
    return { data, outcomes };
  }

  /** Returns null and logs the error on failure. */
  write(mail: ClaimedMail, data: unknown): ComposedMail | null {
    try {
      const content = this.templates.find(mail.template)?.render(data, mail);
      return content
        ? composeMail(this.config, mail, content, { now: this.clock.now(), returnPath: this.returnPathOf(mail) })
        : null;
    } catch (error) {
      this.logger.fault(error, { mail: mail.id, template: mail.template }, 'could not compose an email');
      return null;
    }
  }

  private returnPathOf({ id }: ClaimedMail): string | null {
    return this.replyAddresses.addressOf({ kind: returnPathKind, id });
  }

  /** During a rolling upgrade, an older worker can claim an email that only the new release knows. */
  private leaveToNewerRelease(mail: ClaimedMail): MailOutcome {
    const error = `There is no mail template "${mail.template}".`;
    const isOver = this.clock.now().valueOf() - mail.firstTriedAt.valueOf() >= longestUpgrade;
    return isOver ? { id: mail.id, status: 'failed', error } : this.retryLater(mail, error);
  }

  private retryLater({ id, attempts }: ClaimedMail, error: string): MailOutcome {
    return { id, status: 'due', dueAt: new Date(this.clock.now().valueOf() + backoff(attempts)), error };
  }
}

function groupByTemplate(mails: readonly ClaimedMail[]): Map<string, ClaimedMail[]> {
  const groups = new Map<string, ClaimedMail[]>();
  for (const mail of mails) {
    const group = groups.get(mail.template);
    if (group) group.push(mail);
    else groups.set(mail.template, [mail]);
  }
  return groups;
}
