import type { Config } from '@upstander/platform';
import type { RecordKind, RecordStatus } from './record-kind.js';
import type { SealedTx } from '../database/sealed-tx.js';

type Periods = Pick<
  Config,
  'APPLICATION_KEPT_DAYS' | 'CONSULTATION_KEPT_DAYS' | 'UNREACHED_KEPT_DAYS' | 'SEALED_MESSAGE_KEPT_DAYS'
>;

const day = 86_400_000;

export function retentionDays(config: Periods, kind: RecordKind): number {
  return kind === 'application' ? config.APPLICATION_KEPT_DAYS : config.CONSULTATION_KEPT_DAYS;
}

/** Returns the UTC date when a record is purged; null while it is on hold or an advocate works on it. */
export function purgeDay(
  config: Periods,
  record: { kind: RecordKind; status: RecordStatus; createdAt: Date; closedAt: Date | null; onHold: boolean },
): string | null {
  if (record.onHold) return null;
  if (record.closedAt) return dayAfter(record.closedAt, retentionDays(config, record.kind));
  return record.status === 'new' ? dayAfter(record.createdAt, config.UNREACHED_KEPT_DAYS) : null;
}

function dayAfter(at: Date, days: number): string {
  return new Date(at.valueOf() + days * day).toISOString().slice(0, 10);
}

/**
 * SQL condition: hold `h` is in force at the time of the transaction. It lasts until its last day is over everywhere
 * (UTC-12).
 */
export const activeHoldCondition = `h.lifted_at IS NULL
  AND (h.until IS NULL OR h.until >= (sealed.clock_now() AT TIME ZONE 'UTC' - interval '12 hours')::date)`;

/** Serializes placing holds and purging, so a record that was just put on hold isn't purged. */
export async function lockPurging(tx: SealedTx): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(7301)');
}
