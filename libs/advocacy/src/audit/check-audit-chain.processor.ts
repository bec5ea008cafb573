import { Clock, JobHandler, Logger, type Job } from '@upstander/platform';
import { SealedZone } from '../sealed/sealed-zone.js';
import { AuditChain } from '../trail/audit-chain.js';
import { TrailHead } from '../trail/trail-head.js';

/** Checks the trail every night and stores the result for the home screen. Logs only row numbers. */
@JobHandler('check-audit-chain')
export class CheckAuditChain implements Job {
  constructor(
    private readonly zone: SealedZone,
    private readonly head: TrailHead,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    if (!this.zone.isOpen) return;
    const storedHead = await this.head.readHead();
    const { firstInvalidRow, rows } = await this.zone.runAs({ kind: 'system', job: 'check-audit-chain' }, (tx) =>
      AuditChain.check(tx, storedHead),
    );
    await this.head.noteCheck({ checkedAt: this.clock.now(), rows, firstInvalidRow });
    if (firstInvalidRow === null) this.logger.info({ rows }, 'the audit trail is intact');
    else this.logger.error({ row: firstInvalidRow, rows, remembered: storedHead?.seq }, 'the audit trail is broken');
  }
}
