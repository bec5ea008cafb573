import { Injectable } from '@nestjs/common';
import { Clock, JobHandler, Logger, type Job } from '@upstander/platform';
import { LedgerChecks } from './ledger-checks.service.js';

/** The hour (UTC) after which a night's check is due: the small hours in California. */
const hour = 9;

/** Checks the ledger once a night. What does not agree becomes discrepancies that finance sees. */
@Injectable()
@JobHandler('check-ledger')
export class CheckLedger implements Job {
  constructor(
    private readonly checks: LedgerChecks,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const due = new Date(now);
    due.setUTCHours(hour, 0, 0, 0);
    if (due > now) due.setUTCDate(due.getUTCDate() - 1);
    const last = await this.checks.latest();
    if (last && last.at >= due) return;
    const check = await this.checks.check();
    if (!check) return;
    const found = {
      event: 'ledger-checked',
      seconds: check.seconds,
      discrepancies: check.findings.reduce((sum, { count }) => sum + count, 0),
    };
    if (check.agrees) this.logger.info(found, 'the ledger agrees with gifts and with Stripe');
    else this.logger.warn(found, 'the ledger does not agree with gifts or with Stripe');
  }
}
