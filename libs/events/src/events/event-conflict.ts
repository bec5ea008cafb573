import { findAccountName } from '@upstander/identity';
import { inputFrom, Refusal, type Tx } from '@upstander/platform';
import type { Shift } from '../shifts/shift.entity.js';
import { ShiftInput } from '../shifts/shift.input.js';
import type { Event } from './event.entity.js';
import { EventInput } from './event.input.js';

/** Returns the refusal of an edit of an outdated version. `values` are the current ones, in the input's format. */
export async function versionConflict(
  tx: Tx,
  { version, updatedAt, updatedBy }: Pick<Event, 'version' | 'updatedAt' | 'updatedBy'>,
  values?: object,
): Promise<Refusal> {
  const changedBy = await findAccountName(tx, updatedBy);
  const details = { version, changedAt: updatedAt.toISOString(), changedBy, ...(values && { values }) };
  return new Refusal('CHANGED_MEANWHILE', 'Someone else changed this in the meantime.', details);
}

export const eventConflict = (tx: Tx, event: Event, shifts: readonly Shift[]): Promise<Refusal> =>
  versionConflict(tx, event, {
    ...inputFrom(EventInput, event),
    shifts: shifts.map((shift) => ({ ...inputFrom(ShiftInput, shift), id: shift.id, taken: shift.taken })),
  });
