import { findAccountName } from '@upstander/identity';
import { inputFrom, Refusal, type Tx } from '@upstander/platform';
import type { Shift } from '../shifts/shift.entity.js';
import { ShiftInput } from '../shifts/shift.input.js';
import type { Event } from './event.entity.js';
import { EventInput } from './event.input.js';

/** Returns the refusal of an update of an outdated version, with the current values in the input's format. */
export async function versionConflict(tx: Tx, event: Event, shifts: readonly Shift[]): Promise<Refusal> {
  const { version, updatedAt, updatedBy } = event;
  return new Refusal('CHANGED_MEANWHILE', 'Someone else changed this in the meantime.', {
    version,
    changedAt: updatedAt.toISOString(),
    changedBy: await findAccountName(tx, updatedBy),
    values: {
      ...inputFrom(EventInput, event),
      shifts: shifts.map((shift) => ({ ...inputFrom(ShiftInput, shift), id: shift.id, taken: shift.taken })),
    },
  });
}
