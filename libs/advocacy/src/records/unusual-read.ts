import { Refusal, typedLine } from '@upstander/platform';
import { accountOf } from '../sealed/sealed-reader.js';
import type { SealedTx } from '../sealed/sealed-tx.js';

const mostOfAReason = 200;

/** What makes reading a record unusual: it is not the reader's own, it is closed, or the law has a hand on it. */
export interface Readable {
  takenBy: string | null;
  closedAt: Date | null;
  onHold: boolean;
}

/**
 * The reason for reading a record, as it goes into the trail; null where none was given and none is needed.
 * @throws Refusal REASON_NEEDED, BAD_INPUT.
 */
export function reasonFor(tx: SealedTx, record: Readable, reason: string | null | undefined): string | null {
  const given = reason?.trim() ? typedLine('reason', reason, mostOfAReason) : null;
  const usual = record.takenBy === accountOf(tx.reader) && !record.closedAt && !record.onHold;
  if (!usual && !given) throw new Refusal('REASON_NEEDED', 'Please say why you open this one: it is noted.');
  return given;
}
