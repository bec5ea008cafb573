import { Injectable } from '@nestjs/common';
import { Clock, JobHandler, Logger, type Job } from '@upstander/platform';
import { SealedZone } from '../sealed/sealed-zone.js';
import { AuditChain } from './audit-chain.js';
import { TrailHead } from './trail-head.js';

/** Walks the trail every day, and keeps what it found for the home screen. What it says is a number: of the row that does not hold, or how many there are. */
@Injectable()
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
    const known = await this.head.readHead();
    const { firstBroken, rows } = await this.zone.as({ kind: 'system', job: 'check-audit-chain' }, (tx) =>
      AuditChain.check(tx, known),
    );
    await this.head.noteCheck({ checkedAt: this.clock.now(), rows, firstBroken });
    if (firstBroken === null) this.logger.info({ rows }, 'the audit trail holds');
    else this.logger.error({ row: firstBroken, rows, remembered: known?.seq }, 'the audit trail is broken');
  }
}
