import type { Logger } from '@upstander/platform';

/**
 * Keeps a batch ours while it is being sent. Measured by this process's own clock, and from before each renewal: when
 * in doubt the lease is over, and the mails belong to whoever takes them next.
 */
export class MailLease {
  private readonly timer: NodeJS.Timeout;
  private until: number;
  private renewing = false;

  constructor(
    private readonly milliseconds: number,
    private readonly renewal: () => Promise<void>,
    private readonly logger: Logger,
  ) {
    this.until = performance.now() + milliseconds;
    this.timer = setInterval(() => void this.renew(), milliseconds / 3);
  }

  get over(): boolean {
    return performance.now() > this.until;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private async renew(): Promise<void> {
    if (this.renewing) return;
    this.renewing = true;
    const until = performance.now() + this.milliseconds;
    try {
      await this.renewal();
      this.until = until;
    } catch (error) {
      this.logger.warn({ why: (error as Error).message }, 'a batch of mails could not be kept');
    } finally {
      this.renewing = false;
    }
  }
}
