import { selectList, toApiTimestamp } from '@upstander/platform';
import { requirementsOf } from '../requirements/requirement-columns.js';
import { Shift } from './shift.entity.js';

/** Fields of a shift in a list entry. */
export const cardOfShift = ['id', 'role', 'startsAt', 'endsAt', 'capacity', 'taken', 'waiting'] as const;

const text = { instants: 'text' } as const;
const columns = {
  card: selectList(Shift, 's', cardOfShift, text),
  everything: `${selectList(Shift, 's', 'anyone', text)}, ${requirementsOf} AS requirements`,
};

/** Returns a subquery with the shifts of event `eventId` as JSON, in the organizer's order. */
export const shiftsOf = (eventId: string, extent: keyof typeof columns): { columns: string; from: string } => ({
  columns: 'json_agg(s) AS shifts',
  from: `(
    SELECT ${columns[extent]},
      greatest(s.capacity - s.taken, 0) AS "placesLeft"
    FROM events.shift s WHERE s.event_id = ${eventId} ORDER BY s.position, s.id
  ) s`,
});

/** Converts the JSON of `shiftsOf` in place. Timestamps stay API text, because copying every field is slower. */
export function shiftsFrom(json: Shift[] | null): Shift[] {
  const shifts = json ?? [];
  for (const shift of shifts as unknown as Array<
    Record<'startsAt' | 'endsAt' | 'startsAtLocal' | 'endsAtLocal', string>
  >) {
    shift.startsAt = toApiTimestamp(shift.startsAt);
    shift.endsAt = toApiTimestamp(shift.endsAt);
    for (const one of (shift as unknown as Partial<Shift>).requirements ?? []) one.dueAt &&= new Date(one.dueAt);
    if (!shift.startsAtLocal) continue;
    shift.startsAtLocal = shift.startsAtLocal.slice(0, 16);
    shift.endsAtLocal = shift.endsAtLocal.slice(0, 16);
  }
  return shifts;
}
