export type MarkKind = 'CHECK_IN' | 'CHECK_OUT' | 'NO_SHOW';

interface RosterShiftTimes {
  id: string;
  startsAt: string;
  checkInOpensAt: string;
}

interface MarkEvent {
  status: string;
  shifts: readonly RosterShiftTimes[];
}

const statusesFor: Record<MarkKind, readonly string[]> = {
  CHECK_IN: ['CONFIRMED', 'NO_SHOW'],
  CHECK_OUT: ['CHECKED_IN'],
  NO_SHOW: ['CONFIRMED'],
};

/** Returns the people who can get this mark now: check-in of their shift is open, or the shift has started. */
export function eligibleFor<Entry extends { status: string; shiftId: string }>(
  kind: MarkKind,
  entries: readonly Entry[],
  event: MarkEvent,
  now = new Date(),
): Entry[] {
  if (event.status !== 'PUBLISHED' && event.status !== 'COMPLETED') return [];
  const opensAt = new Map(
    event.shifts.map((shift) => [shift.id, Date.parse(kind === 'NO_SHOW' ? shift.startsAt : shift.checkInOpensAt)]),
  );
  return entries.filter(
    ({ status, shiftId }) => statusesFor[kind].includes(status) && (opensAt.get(shiftId) ?? Infinity) <= now.valueOf(),
  );
}
