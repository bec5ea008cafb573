import type { Logger } from './logger.js';

/** Says once that something is away, and once that it is back, however often it is asked in between. */
export class Outage {
  private since: number | null = null;

  /** @param what as a line of the log begins: `the mail server` */
  constructor(
    private readonly logger: Pick<Logger, 'warn'>,
    private readonly what: string,
    private readonly now: () => Date,
  ) {}

  /** @param why a code, never what somebody wrote or an address; so is what stands beside it */
  isAway(why: string, beside: Readonly<Record<string, unknown>> = {}): void {
    if (this.since !== null) return;
    this.since = this.now().valueOf();
    this.logger.warn({ why, ...beside }, `${this.what} is away`);
  }

  isBack(): void {
    if (this.since === null) return;
    const seconds = Math.round((this.now().valueOf() - this.since) / 1000);
    this.since = null;
    this.logger.warn({ seconds }, `${this.what} is back`);
  }
}
