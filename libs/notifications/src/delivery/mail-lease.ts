import type { Clock, Logger } from '@upstander/platform';

/**
 * Keeps a batch ours while it is being sent. It ends by the clock that the others look at, also where that leaps ahead, and by
 * one that nobody sets: when in doubt the lease is over, and the mails belong to whoever takes them next.
 */
export class MailLease {
  private readonly timer: NodeJS.Timeout;
  private steadyUntil: number;
  private renewing = false;
  private lost = false;

  /** `renewal` answers until when the batch is ours now, or null where others took of it. */
  constructor(
    private until: Date,
    private readonly milliseconds: number,
    private readonly renewal: () => Promise<Date | null>,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.steadyUntil = performance.now() + milliseconds;
    this.timer = setInterval(() => void this.renew(), milliseconds / 3);
  }

  get over(): boolean {
    return this.lost || this.clock.now() > this.until || performance.now() > this.steadyUntil;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private async renew(): Promise<void> {
    if (this.renewing) return;
    this.renewing = true;
    const steadyUntil = performance.now() + this.milliseconds;
    try {
      const until = await this.renewal();
      if (until) Object.assign(this, { until, steadyUntil });
      else this.lost = true;
    } catch (error) {
      this.logger.warn({ why: (error as Error).message }, 'a batch of mails could not be kept');
    } finally {
      this.renewing = false;
    }
  }
}
