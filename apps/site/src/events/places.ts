import type { PageFacts } from '../request/page-context';
import type { EventCardData } from './queries';

/** Number of free places in upcoming shifts, or the reason there are none. */
export type Places = number | 'cancelled' | 'over' | 'no-shifts' | 'opens-later';

export function placesOf(
  { status, endsAt, opensAt, shifts }: EventCardData,
  { isPast }: Pick<PageFacts, 'isPast'>,
): Places {
  if (status === 'CANCELLED') return 'cancelled';
  if (status === 'COMPLETED' || isPast(endsAt)) return 'over';
  if (shifts.length === 0) return 'no-shifts';
  if (opensAt !== null && !isPast(opensAt)) return 'opens-later';
  return shifts.reduce((sum, shift) => sum + (isPast(shift.startsAt) ? 0 : shift.placesLeft), 0);
}
