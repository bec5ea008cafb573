import type { OnModuleInit } from '@nestjs/common';
import { ClosureKind, ClosureListeners, type Closure } from '@upstander/opportunities';
import { JobHandler, JobQueue, type Job } from '@upstander/platform';
import { AdvocateNotices } from '../notices/advocate-notices.js';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { addActionItems, findAffectedOpportunities } from '../records/action-item-rows.js';

/** Closures after which a business may no longer see what was shared before, even once it is approved again. */
const endSharing: ReadonlySet<ClosureKind> = new Set([ClosureKind.BUSINESS_SUSPENDED, ClosureKind.BUSINESS_REFUSED]);

/**
 * Adds action items when a business or an opportunity closes, ends the consents that must end, and notifies all
 * advocates. It compares states and keeps no position, so it can run twice, stop halfway or start late.
 */
@JobHandler('make-action-items')
export class MakeActionItems implements Job, OnModuleInit {
  constructor(
    private readonly zone: SealedZone,
    private readonly opportunities: OpportunityFacts,
    private readonly notices: AdvocateNotices,
    private readonly listeners: ClosureListeners,
    private readonly queue: JobQueue,
  ) {}

  /** Runs every minute on schedule, and immediately after a closure in this process. */
  onModuleInit(): void {
    this.listeners.add(() => this.queue.enqueue('make-action-items'));
  }

  async run(): Promise<void> {
    if (!this.zone.isOpen) return;
    const reader = { kind: 'system', job: 'make-action-items' } as const;
    const opportunityIds = await this.zone.runAs(reader, findAffectedOpportunities);
    const closures = await this.opportunities.closures(opportunityIds);
    await this.zone.runAs(reader, async (tx) => {
      await addActionItems(tx, closures);
      await endConsents(tx, closures);
    });
    await this.notices.sendForClosures();
  }
}

/** Ends consents to a business that were given before staff stopped it. */
async function endConsents(tx: SealedTx, closures: readonly Closure[]): Promise<void> {
  const stopped = closures.filter(({ kind }) => endSharing.has(kind));
  if (stopped.length === 0) return;
  const endedConsents = await tx.query<{ applicationId: string }>(
    `UPDATE sealed.consent c SET revoked_at = $2
     FROM jsonb_to_recordset($1::jsonb) AS s ("businessId" uuid, at timestamptz, "isCurrent" boolean)
     WHERE c.recipient_business_id = s."businessId" AND c.revoked_at IS NULL AND c.expires_at > $2
       AND (s."isCurrent" OR c.recorded_at <= s.at)
     RETURNING c.application_id AS "applicationId"`,
    [JSON.stringify(stopped), tx.at],
  );
  for (const recordId of new Set(endedConsents.map(({ applicationId }) => applicationId))) {
    tx.audit({ action: 'consent-ended', recordKind: 'application', recordId });
  }
}
