import type { Clock, Logger } from '@upstander/platform';

/**
 * Renews the lease of a batch while it is being sent.
 * It expires by the wall clock that other workers use, even if it jumps, or by the monotonic clock, whichever is first.
 */
export class MailLease {
  private readonly timer: NodeJS.Timeout;
  private validUntil: number;
  private renewing = false;
  private lost = false;

  /** `renewal` returns the new end of the lease, or null if other workers claimed part of the batch. */
  constructor(
    private until: Date,
    private readonly milliseconds: number,
    private readonly renewal: () => Promise<Date | null>,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.validUntil = performance.now() + milliseconds;
    this.timer = setInterval(() => void this.renew(), milliseconds / 3);
  }

  get isOver(): boolean {
    return this.lost || this.clock.now() > this.until || performance.now() > this.validUntil;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private async renew(): Promise<void> {
    if (this.renewing) return;
    this.renewing = true;
    const validUntil = performance.now() + this.milliseconds;
    try {
      const until = await this.renewal();
      if (until) Object.assign(this, { until, validUntil });
      else this.lost = true;
    } catch (error) {
      this.logger.warn({ why: (error as Error).message }, 'could not renew the lease of an email batch');
    } finally {
      this.renewing = false;
    }
  }
}
