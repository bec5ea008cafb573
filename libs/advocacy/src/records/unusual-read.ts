import { Refusal, typedLine } from '@upstander/platform';
import { accountOf } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';

const maxReasonLength = 200;

/** Properties that make access unusual: not the reader's own record, closed, or on legal hold. */
export interface RecordAccess {
  takenBy: string | null;
  closedAt: Date | null;
  onHold: boolean;
}

/** Returns the reason to audit, or null if none was given or needed. @throws Refusal REASON_NEEDED, BAD_INPUT */
export function requireReadReason(
  tx: SealedTx,
  record: RecordAccess,
  reason: string | null | undefined,
): string | null {
  const typedReason = reason?.trim() ? typedLine('reason', reason, maxReasonLength) : null;
  const isUsual = record.takenBy === accountOf(tx.reader) && !record.closedAt && !record.onHold;
  if (!isUsual && !typedReason)
    throw new Refusal('REASON_NEEDED', 'Please say why you’re opening this one. Your reason is recorded.');
  return typedReason;
}
