import type { Logger } from './logger.js';

/** Logs the start and the end of an outage once each, however often they are reported. */
export class Outage {
  private since: number | null = null;

  /** @param dependencyName subject of the log line, for example `the mail server` */
  constructor(
    private readonly logger: Pick<Logger, 'warn'>,
    private readonly dependencyName: string,
    private readonly now: () => Date,
  ) {}

  /** @param reason an error code. Neither it nor `facts` may contain user input or addresses. */
  isAway(reason: string, facts: Readonly<Record<string, unknown>> = {}): void {
    if (this.since !== null) return;
    this.since = this.now().valueOf();
    this.logger.warn({ why: reason, ...facts }, `${this.dependencyName} is away`);
  }

  reportRecovery(): void {
    if (this.since === null) return;
    const seconds = Math.round((this.now().valueOf() - this.since) / 1000);
    this.since = null;
    this.logger.warn({ seconds }, `${this.dependencyName} is back`);
  }
}
