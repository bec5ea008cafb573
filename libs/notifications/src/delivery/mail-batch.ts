import { Injectable } from '@nestjs/common';
import { Clock, Logger, Metrics, Outage } from '@upstander/platform';
import { DeliveryProblems } from '../delivery-problems/delivery-problems.service.js';
import { MailClaims, type ClaimedMail, type ClaimedMails, type MailOutcome } from './mail-claims.js';
import { MailMarks } from './mail-marks.js';
import { MailTimeLimits } from './mail-patience.js';
import { MailTransport } from './mail-transport.js';
import { MailWriter } from './mail-writer.js';
import { ServerWatch } from './server-watch.js';
import { backoff, readSmtpError, type SmtpFailure } from './smtp-failure.js';

/** Delay of an email in milliseconds while the mail server is away. */
export const serverAwayDelay = 30_000;

/** An email with a broken connection. At the end the batch decides if it counts as an attempt. */
interface UnreachedMail {
  mail: ClaimedMail;
  reason: string;
}

@Injectable()
export class MailBatch {
  private readonly outage: Outage;

  constructor(
    private readonly claims: MailClaims,
    private readonly problems: DeliveryProblems,
    private readonly writer: MailWriter,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
    private readonly patience: MailTimeLimits,
    private readonly metrics: Metrics,
    logger: Logger,
  ) {
    this.outage = new Outage(logger, 'the mail server', () => clock.now());
  }

  /**
   * Returns true if the mail server was available.
   * Otherwise, or if `signal` aborts, finishes emails in progress and releases the rest.
   */
  async deliver({ claim, until, mails }: ClaimedMails, signal: AbortSignal): Promise<boolean> {
    const marks = new MailMarks((group) => this.mark(claim, group));
    let waiting: ClaimedMail[] = [];
    const lease = this.patience.lease(until, async () => {
      const renewed = await this.claims.renew(claim);
      return renewed.kept < waiting.length ? null : renewed.until;
    });
    const server = new ServerWatch();
    const unreached: UnreachedMail[] = [];
    try {
      const { data, outcomes } = await this.writer.load(mails);
      for (const outcome of outcomes) marks.add(outcome);
      waiting = mails.filter(({ id }) => data.has(id));
      const send = async () => {
        for (;;) {
          await marks.waitForRoom();
          if (signal.aborted || server.isAway || lease.isOver) return;
          const mail = waiting.shift();
          if (!mail) return;
          await this.sendOne(mail, data.get(mail.id), { marks, server, unreached });
        }
      };
      await Promise.all(Array.from({ length: this.transport.inFlight }, send));
      server.endConnection();
      for (const entry of unreached) marks.add(this.outcomeOfUnreached(entry, server.isAway));
      for (const mail of waiting) marks.add(this.release(mail, server.isAway));
    } finally {
      await marks.flush().finally(() => lease.end());
    }
    if (server.isAway) this.outage.isAway(server.reason);
    else if (server.hasAnswered) this.outage.reportRecovery();
    return !server.isAway;
  }

  private async mark(claim: string, group: readonly MailOutcome[]): Promise<void> {
    const gone = group.flatMap((outcome) =>
      outcome.status === 'bounced' && outcome.goneAddress
        ? [{ recipient: outcome.goneAddress, kind: 'bounced' as const, reason: outcome.error }]
        : [],
    );
    await this.problems.record(gone);
    await this.claims.mark(claim, group);
    for (const { status } of group) {
      this.metrics.count('upstander_mails_total', { outcome: status === 'due' ? 'put-off' : status });
    }
  }

  private async sendOne(
    mail: ClaimedMail,
    data: unknown,
    { marks, server, unreached }: { marks: MailMarks; server: ServerWatch; unreached: UnreachedMail[] },
  ): Promise<void> {
    const { id } = mail;
    const content = this.writer.write(mail, data);
    if (!content) {
      marks.add({ id, status: 'failed', error: 'The email could not be composed. See the log.' });
      return;
    }
    try {
      await this.transport.send(content);
      server.recordAnswer();
      marks.add({ id, status: 'sent', at: this.clock.now() });
    } catch (error) {
      const failure = readSmtpError(error);
      if (failure.kind === 'unreached') server.unreached(failure);
      else if (failure.kind === 'server-away') server.recordRejection(failure.code);
      else server.recordAnswer();
      if (failure.kind === 'unreached' || failure.kind === 'server-away') {
        unreached.push({ mail, reason: failure.reason });
      } else {
        marks.add(this.outcomeOfAnswer(mail, failure));
      }
    }
  }

  private outcomeOfAnswer(mail: ClaimedMail, { kind, reason, isAddressGone }: SmtpFailure): MailOutcome {
    const { id } = mail;
    if (kind === 'never')
      return { id, status: 'bounced', error: reason, goneAddress: isAddressGone ? mail.recipient : null };
    if (kind === 'unwritable' || this.patience.isTooOld(mail)) return { id, status: 'failed', error: reason };
    return { id, status: 'due', dueAt: this.timeIn(backoff(mail.attempts)), error: reason };
  }

  /** Counts an attempt only for an email that alone breaks its connection. */
  private outcomeOfUnreached({ mail, reason }: UnreachedMail, away: boolean): MailOutcome {
    const { id } = mail;
    if (this.patience.isTooOld(mail)) return { id, status: 'failed', error: reason };
    const dueAt = this.timeIn(away ? serverAwayDelay : backoff(mail.attempts));
    return { id, status: 'due', dueAt, error: reason, uncounted: away };
  }

  private release({ id, dueAt }: ClaimedMail, away: boolean): MailOutcome {
    return { id, status: 'due', dueAt: away ? this.timeIn(serverAwayDelay) : dueAt, error: null, uncounted: true };
  }

  private timeIn(milliseconds: number): Date {
    return new Date(this.clock.now().valueOf() + milliseconds);
  }
}
