import { Clock, Config, JobHandler, Logger, type Job } from '@upstander/platform';
import type { LedgerCheckReport } from './ledger-check.entity.js';
import { LedgerChecks, type CheckRequest } from './ledger-checks.service.js';

/** Hour (UTC) from which the nightly check is due; night in California. */
const hour = 9;

const day = 86_400_000;

/** Checks the ledger every night: new entries daily, and everything at a configured interval. */
@JobHandler('check-ledger')
export class CheckLedger implements Job {
  constructor(
    private readonly checks: LedgerChecks,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const due = new Date(now);
    due.setUTCHours(hour, 0, 0, 0);
    if (due > now) due.setUTCDate(due.getUTCDate() - 1);
    const last = await this.checks.findLatest();
    // Half a day of tolerance for nights in which the full check took long.
    const wholeFrom = due.valueOf() - (this.config.LEDGER_WHOLE_CHECK_DAYS - 0.5) * day;
    const whole = !last?.lastFullAt || last.lastFullAt.valueOf() < wholeFrom;
    // A full check takes long and may be interrupted, so new entries are checked first.
    const fresh = last && last.at < due ? await this.check({ whole: false, signal }) : null;
    if (whole && !fresh?.isFull) await this.check({ whole, signal });
  }

  private async check(request: CheckRequest): Promise<LedgerCheckReport | null> {
    const check = await this.checks.check(request);
    if (!check) return null;
    const found = {
      event: 'ledger-checked',
      whole: check.isFull,
      postings: check.postings,
      seconds: check.seconds,
      discrepancies: check.findings.reduce((sum, { count }) => sum + count, 0),
    };
    if (check.agrees) this.logger.info(found, 'the ledger agrees with gifts and with Stripe');
    else this.logger.warn(found, 'the ledger does not agree with gifts or with Stripe');
    return check;
  }
}
