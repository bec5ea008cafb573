import { Injectable } from '@nestjs/common';
import { segmentsOf } from '@upstander/money';
import { Clock, Logger, Metrics, Outage } from '@upstander/platform';
import { MailMarks } from '../../delivery/mail-marks.js';
import { MailTimeLimits } from '../../delivery/mail-patience.js';
import { backoff } from '../../delivery/smtp-failure.js';
import { type SmsProvider, SmsRefusedError, SmsUnavailableError } from '../provider/sms-provider.js';
import { SmsTransport } from '../sms-transport.js';
import { SmsClaims, type ClaimedSmsBatch, type SmsDeliveryOutcome } from './sms-claims.js';
import { SmsWriter, type WrittenSms } from './sms-writer.js';

/** Requests to the provider at a time. A killed worker repeats at most this many texts. */
const inFlight = 5;
const awayDelay = 30_000;

@Injectable()
export class SmsBatch {
  private readonly outage: Outage;

  constructor(
    private readonly claims: SmsClaims,
    private readonly writer: SmsWriter,
    private readonly transport: SmsTransport,
    private readonly patience: MailTimeLimits,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    logger: Logger,
  ) {
    this.outage = new Outage(logger, 'the SMS provider', () => clock.now());
  }

  /** Returns true if the provider was available. Otherwise, or if `signal` aborts, releases the texts that aren't sent. */
  async deliver({ claim, until, texts }: ClaimedSmsBatch, signal: AbortSignal): Promise<boolean> {
    const marks = new MailMarks<SmsDeliveryOutcome>((group) => this.mark(claim, group));
    let waiting: WrittenSms[] = [];
    let away: SmsUnavailableError | null = null;
    const lease = this.patience.lease(until, async () => {
      const renewed = await this.claims.renew(claim);
      return renewed.kept < waiting.length ? null : renewed.until;
    });
    try {
      const { written, outcomes } = await this.writer.write(texts);
      for (const outcome of outcomes) marks.add(outcome);
      waiting = written;
      const { provider } = this.transport;
      const send = async () => {
        for (;;) {
          await marks.waitForRoom();
          if (signal.aborted || away || lease.isOver) return;
          const next = waiting.shift();
          if (!next) return;
          const { outcome, unavailable } = await this.sendOne(next, provider);
          marks.add(outcome);
          away ??= unavailable;
        }
      };
      await Promise.all(Array.from({ length: inFlight }, send));
      for (const { text } of waiting) {
        const dueAt = away ? this.timeIn(awayDelay) : text.dueAt;
        marks.add({ id: text.id, status: 'due', dueAt, error: null, uncounted: true });
      }
    } finally {
      await marks.flush().finally(() => lease.end());
    }
    if (away) this.outage.isAway((away as SmsUnavailableError).message);
    else this.outage.reportRecovery();
    return away === null;
  }

  private async mark(claim: string, group: readonly SmsDeliveryOutcome[]): Promise<void> {
    await this.claims.mark(claim, group);
    for (const { status } of group) {
      this.metrics.count('upstander_sms_total', { outcome: status === 'due' ? 'put-off' : status });
    }
  }

  private async sendOne(
    { text, body }: WrittenSms,
    provider: SmsProvider | null,
  ): Promise<{ outcome: SmsDeliveryOutcome; unavailable: SmsUnavailableError | null }> {
    const { id, number, attempts } = text;
    if (!provider) return { outcome: { id, status: 'failed', error: 'Texts are off.' }, unavailable: null };
    try {
      const { providerId } = await provider.send({ to: number, body, id });
      const { segments } = segmentsOf(body);
      return { outcome: { id, status: 'queued', at: this.clock.now(), providerId, segments }, unavailable: null };
    } catch (error) {
      const reason = (error as Error).message;
      if (error instanceof SmsRefusedError)
        return { outcome: { id, status: 'failed', error: reason, errorCode: error.code }, unavailable: null };
      const unavailable = error instanceof SmsUnavailableError ? error : new SmsUnavailableError('unexpected error');
      if (this.patience.isTooOld(text)) return { outcome: { id, status: 'failed', error: reason }, unavailable };
      const dueAt = this.timeIn(unavailable.retryAfter ? unavailable.retryAfter * 1000 : backoff(attempts));
      return { outcome: { id, status: 'due', dueAt, error: reason }, unavailable };
    }
  }

  private timeIn(milliseconds: number): Date {
    return new Date(this.clock.now().valueOf() + milliseconds);
  }
}
