import { Config, JobHandler, retentionTerms, type Job } from '@upstander/platform';
import { Envelope } from '../keys/envelope.js';
import type { RecordKind } from '../records/record-kind.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { activeHoldCondition, retentionDays, lockPurging } from '../records/retention-periods.js';

retentionTerms.define({
  'sealed.application': { days: 'APPLICATION_KEPT_DAYS', job: 'purge-sealed' },
  'sealed.consultation': { days: 'CONSULTATION_KEPT_DAYS', job: 'purge-sealed' },
  'sealed.unreached': { days: 'UNREACHED_KEPT_DAYS', job: 'purge-sealed' },
  'sealed.message': { days: 'SEALED_MESSAGE_KEPT_DAYS', job: 'purge-sealed' },
});

const reader = { kind: 'system', job: 'purge-sealed' } as const;
const batchSize = 50;

/** Days during which a resubmitted form doesn't bring back an erased record. */
const erasedRetentionDays = 30;

const notHeldCondition = (record: string) =>
  `NOT EXISTS (SELECT FROM sealed.legal_hold h WHERE h.record_id = ${record} AND ${activeHoldCondition})`;

/** Purges records past their retention, with the keys that could decrypt copies. Skips records on hold. */
@JobHandler('purge-sealed')
export class PurgeSealed implements Job {
  constructor(
    private readonly zone: SealedZone,
    private readonly envelope: Envelope,
    private readonly config: Config,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    if (!this.zone.isOpen) return;
    for (const kind of ['application', 'consultation'] as const) {
      while (!signal.aborted && (await this.zone.runAs(reader, (tx) => this.purge(tx, kind))));
    }
    await this.zone.runAs(reader, (tx) => this.purgeMessages(tx));
    await this.zone.runAs(reader, (tx) =>
      tx.query('DELETE FROM sealed.erased WHERE at < sealed.clock_now() - make_interval(days => $1)', [
        erasedRetentionDays,
      ]),
    );
  }

  /** Returns true if there may be more. */
  private async purge(tx: SealedTx, kind: RecordKind): Promise<boolean> {
    await lockPurging(tx);
    // Repeated in the DELETE, so a record that was reopened in the meantime is checked again.
    const dueCondition = `(r.closed_at < sealed.clock_now() - make_interval(days => $1)
      OR r.status = 'new' AND r.created_at < sealed.clock_now() - make_interval(days => $2))`;
    const purgedRecords = await tx.query<{ id: string; unreached: boolean }>(
      `DELETE FROM sealed.${kind} r
       WHERE r.id IN (
           SELECT r.id FROM sealed.${kind} r WHERE ${dueCondition} AND ${notHeldCondition('r.id')} ORDER BY r.created_at LIMIT $3
         ) AND ${dueCondition}
       RETURNING r.id, r.closed_at IS NULL AS unreached`,
      [retentionDays(this.config, kind), this.config.UNREACHED_KEPT_DAYS, batchSize],
    );
    const ids = purgedRecords.map(({ id }) => id);
    if (ids.length === 0) return false;
    await tx.query('DELETE FROM sealed.message WHERE record_id = ANY ($1::uuid[])', [ids]);
    await tx.query('DELETE FROM sealed.legal_hold WHERE record_id = ANY ($1::uuid[])', [ids]);
    await tx.query('DELETE FROM sealed.person_notice WHERE record_id = ANY ($1::uuid[])', [ids]);
    for (const { id, unreached: isUnreached } of purgedRecords) {
      tx.audit({ action: isUnreached ? 'purged-unreached' : 'purged', recordKind: kind, recordId: id });
    }
    await this.envelope.erase(ids);
    return ids.length === batchSize;
  }

  /** Purges old read messages of records that are still open. */
  private async purgeMessages(tx: SealedTx): Promise<void> {
    await lockPurging(tx);
    const purgedMessages = await tx.query<{ recordId: string; kind: RecordKind }>(
      `WITH gone AS (
         DELETE FROM sealed.message m WHERE m.read_at < sealed.clock_now() - make_interval(days => $1)
           AND ${notHeldCondition('m.record_id')} RETURNING m.record_id
       )
       SELECT DISTINCT g.record_id AS "recordId",
         CASE WHEN a.id IS NULL THEN 'consultation' ELSE 'application' END AS kind
       FROM gone g LEFT JOIN sealed.application a ON a.id = g.record_id`,
      [this.config.SEALED_MESSAGE_KEPT_DAYS],
    );
    for (const { recordId, kind } of purgedMessages)
      tx.audit({ action: 'messages-purged', recordKind: kind, recordId });
  }
}
