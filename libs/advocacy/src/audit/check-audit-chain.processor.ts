import { Injectable } from '@nestjs/common';
import { JobHandler, Logger, type Job } from '@upstander/platform';
import { SealedZone } from '../sealed/sealed-zone.js';
import { AuditChain } from './audit-chain.js';

/** Walks the trail every day. What it says is a number: of the row that does not hold, or how many there are. */
@Injectable()
@JobHandler('check-audit-chain')
export class CheckAuditChain implements Job {
  constructor(
    private readonly zone: SealedZone,
    private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    if (!this.zone.isOpen) return;
    const { firstBroken, rows } = await this.zone.as({ kind: 'system', job: 'check-audit-chain' }, (tx) =>
      AuditChain.check(tx),
    );
    // A number that falls from one day to the next says that somebody cut the end off.
    if (firstBroken === null) this.logger.info({ rows }, 'the audit trail holds');
    else this.logger.warn({ row: firstBroken }, 'the audit trail is broken');
  }
}
