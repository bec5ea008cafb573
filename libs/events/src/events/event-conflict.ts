import { inputFrom, Refusal, type Tx } from '@upstander/platform';
import type { Shift } from '../shifts/shift.entity.js';
import { ShiftInput } from '../shifts/shift.input.js';
import type { Event } from './event.entity.js';
import { EventInput } from './event.input.js';

/** Returns the refusal of an update of an outdated version, with the current values in the input's format. */
export async function versionConflict(tx: Tx, event: Event, shifts: readonly Shift[]): Promise<Refusal> {
  const { version, updatedAt, updatedBy } = event;
  const [by] = await tx.query<{ name: string }>('SELECT name FROM identity.account WHERE id = $1', [updatedBy]);
  return new Refusal('CHANGED_MEANWHILE', 'Someone else changed this in the meantime.', {
    version,
    changedAt: updatedAt.toISOString(),
    changedBy: by?.name ?? null,
    values: {
      ...inputFrom(EventInput, event),
      shifts: shifts.map((shift) => ({ ...inputFrom(ShiftInput, shift), id: shift.id, taken: shift.taken })),
    },
  });
}
