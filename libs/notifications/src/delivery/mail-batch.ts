import { Clock, Config, Logger } from '@upstander/platform';
import { Injectable } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import type { MailContent } from '../templates/mail-template.js';
import { MailTemplates } from '../templates/mail-templates.js';
import { MailClaims, type ClaimedMail, type ClaimedMails, type MailOutcome } from './mail-claims.js';
import { MailTransport } from './mail-transport.js';
import { backoff, readSmtpError } from './smtp-failure.js';

/** How many results are marked in one statement: what a kill can make a duplicate of. */
const groupSize = 20;
const serverAwayWait = 30_000;
const markTries = 10;

/** Sends one claimed batch, and says what became of every mail in it. */
@Injectable()
export class MailBatch {
  constructor(
    private readonly claims: MailClaims,
    private readonly templates: MailTemplates,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /** Returns whether the mail server was there. Once `signal` is aborted, what was not handed over yet is given back. */
  async deliver({ claim, mails }: ClaimedMails, signal: AbortSignal): Promise<boolean> {
    const marks = new Marks((group) => this.mark(claim, group));
    const keeping = setInterval(
      () => void this.claims.renew(claim).catch(() => undefined),
      (this.config.MAIL_LEASE_SECONDS * 1000) / 3,
    );
    let away = false;
    try {
      const loaded = await this.load(mails, marks);
      const queue = [...mails];
      const sender = async () => {
        for (let mail = queue.shift(); mail; mail = queue.shift()) {
          if (signal.aborted || away) marks.add(this.giveBack(mail, away));
          else away = (await this.sendOne(mail, loaded, marks)) === 'server-away' || away;
        }
      };
      await Promise.all(Array.from({ length: this.transport.inFlight }, sender));
    } finally {
      await marks.flush();
      clearInterval(keeping);
    }
    return !away;
  }

  /** Looks everything up again, one call a template; what cannot even be loaded has failed, the rest goes on. */
  private async load(mails: readonly ClaimedMail[], marks: Marks): Promise<Map<string, unknown>> {
    const loaded = new Map<string, unknown>();
    for (const [name, rows] of byTemplate(mails)) {
      const template = this.templates.find(name);
      if (!template) {
        for (const { id } of rows) marks.add({ id, status: 'failed', error: `There is no mail template "${name}".` });
        continue;
      }
      const data = await template.load(rows);
      for (const { id } of rows) {
        const found = data.get(id) ?? null;
        if (found === null) marks.add({ id, status: 'skipped' });
        else loaded.set(id, found);
      }
    }
    return loaded;
  }

  private async sendOne(mail: ClaimedMail, loaded: Map<string, unknown>, marks: Marks): Promise<'server-away' | 'ok'> {
    if (!loaded.has(mail.id)) return 'ok';
    const rendered = this.render(mail, loaded.get(mail.id));
    if (!rendered) {
      marks.add({ id: mail.id, status: 'failed', error: 'The mail could not be written; the log says why.' });
      return 'ok';
    }
    try {
      await this.transport.send(mail, rendered);
      marks.add({ id: mail.id, status: 'sent', at: this.clock.now() });
      return 'ok';
    } catch (error) {
      const failure = readSmtpError(error);
      marks.add(this.afterFailure(mail, failure));
      return failure.kind === 'server-away' ? 'server-away' : 'ok';
    }
  }

  private render(mail: ClaimedMail, data: unknown): MailContent | null {
    try {
      return this.templates.find(mail.template)?.render(data, mail.locale) ?? null;
    } catch (error) {
      this.logger.fault(error, { mail: mail.id, template: mail.template }, 'a mail could not be written');
      return null;
    }
  }

  private afterFailure(mail: ClaimedMail, failure: ReturnType<typeof readSmtpError>): MailOutcome {
    const now = this.clock.now();
    const { id } = mail;
    if (failure.kind === 'never') return { id, status: 'bounced', error: failure.reason };
    const age = now.valueOf() - mail.createdAt.valueOf();
    if (age > this.config.MAIL_GIVE_UP_HOURS * 3_600_000) return { id, status: 'failed', error: failure.reason };
    const wait = failure.kind === 'server-away' ? serverAwayWait : backoff(mail.attempts);
    return { id, status: 'due', dueAt: new Date(now.valueOf() + wait), error: failure.reason };
  }

  private giveBack({ id }: ClaimedMail, away: boolean): MailOutcome {
    const dueAt = new Date(this.clock.now().valueOf() + (away ? serverAwayWait : 0));
    return { id, status: 'due', dueAt, error: null, uncounted: true };
  }

  /** What was sent must not be forgotten because the database restarts: marking is tried until it takes. */
  private async mark(claim: string, group: readonly MailOutcome[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.claims.mark(claim, group);
      } catch (error) {
        if (attempt === markTries) throw error;
        await wait(100 * attempt);
      }
    }
  }
}

/** Gathers results and writes them in groups, one write at a time, while sending goes on. */
class Marks {
  private gathered: MailOutcome[] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly write: (group: readonly MailOutcome[]) => Promise<void>) {}

  add(outcome: MailOutcome): void {
    this.gathered.push(outcome);
    if (this.gathered.length >= groupSize) this.begin();
  }

  async flush(): Promise<void> {
    this.begin();
    await this.writing;
  }

  private begin(): void {
    const group = this.gathered;
    this.gathered = [];
    this.writing = this.writing.then(() => this.write(group));
    // The failure is reported by flush(); until then nobody listens.
    this.writing.catch(() => undefined);
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
