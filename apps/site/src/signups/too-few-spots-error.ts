import type { Catalog } from '@upstander/web-kit';
import type { ShiftChoiceData } from '../events/queries';
import type { FormError } from '../forms/error-summary';
import { shiftsOf, type SignUpValues } from './sign-up-values';

type ShiftSpots = Pick<ShiftChoiceData, 'id' | 'role' | 'placesLeft' | 'waiting'>;

/**
 * Asks a party what to do if a shift has some places, but not enough for everyone.
 * Without an answer all of them would be waitlisted. Returns null if there is room, if no place is left, or if they
 * have answered.
 */
export function tooFewSpotsError(
  values: SignUpValues,
  shifts: readonly ShiftSpots[],
  words: Catalog,
): FormError | null {
  const party = 1 + Number(values.guests || 0);
  if (values.acceptsFewerGuests !== '' || party === 1) return null;
  const selectedShifts = shiftsOf(values);
  for (const { id, role, placesLeft, waiting } of shifts) {
    // Free places of a shift with a waitlist go to the people on it.
    if (!selectedShifts.includes(id) || waiting > 0 || placesLeft === 0 || placesLeft >= party) continue;
    return { field: 'acceptsFewerGuests', text: words.site.signUp.spotsShort({ left: placesLeft, party, role }) };
  }
  return null;
}
