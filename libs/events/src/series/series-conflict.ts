import { findAccountName } from '@upstander/identity';
import { Refusal, type Tx } from '@upstander/platform';
import type { Series } from './series.entity.js';

/** Returns the refusal of an edit of an outdated version. */
export async function seriesConflict(tx: Tx, { version, updatedAt, updatedBy }: Series): Promise<Refusal> {
  return new Refusal('CHANGED_MEANWHILE', 'Someone else changed this in the meantime.', {
    version,
    changedAt: updatedAt.toISOString(),
    changedBy: await findAccountName(tx, updatedBy),
  });
}
