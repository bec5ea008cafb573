import { Refusal, type Tx } from '@upstander/platform';
import type { Series } from './series.entity.js';

/** Returns the refusal of an edit of an outdated version. */
export async function seriesConflict(tx: Tx, { version, updatedAt, updatedBy }: Series): Promise<Refusal> {
  const [by] = await tx.query<{ name: string }>('SELECT name FROM identity.account WHERE id = $1', [updatedBy]);
  return new Refusal('CHANGED_MEANWHILE', 'Someone else changed this in the meantime.', {
    version,
    changedAt: updatedAt.toISOString(),
    changedBy: by?.name ?? null,
  });
}
