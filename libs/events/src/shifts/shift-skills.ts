import type { Faults, Tx } from '@upstander/platform';
import { TermKind, type Terms } from '@upstander/volunteers';
import type { ShiftDetails } from './shift.input.js';
import type { Shift } from './shift.entity.js';

/** Validates the skills of shifts: each must be available, or have been selected before. */
export async function skillFaults(
  tx: Tx,
  terms: Terms,
  shifts: readonly ShiftDetails[],
  storedShifts: ReadonlyArray<Pick<Shift, 'skillIds'>>,
): Promise<Faults> {
  const before = storedShifts.flatMap(({ skillIds }) => skillIds);
  const faults: Faults = {};
  for (const [index, { skillIds: ids }] of shifts.entries()) {
    const field = `shifts.${index}.skillIds`;
    Object.assign(faults, await terms.faultsOf(tx, { field, kind: TermKind.SKILL, ids, before }));
  }
  return faults;
}
