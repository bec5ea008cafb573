import type { ShiftDiff } from '../shifts/shift-store.js';
import type { ChangedShift } from './shift-changes.service.js';
import type { EventDetails } from './event-details.js';
import type { Event } from './event.entity.js';

/** Changes to these fields are emailed to signed-up volunteers. */
const notifiedFields = ['title', 'place', 'online', 'onlineUrl'] as const;
export type NotifiedChange = Partial<Pick<Event, (typeof notifiedFields)[number]>>;

export interface Consequences {
  /** True if volunteers are notified, so that calendars must treat the entry as newer. */
  told: boolean;
  changed: ChangedShift[];
  raised: string[];
  retimed: string[];
}

/** Changes to past shifts are not announced. */
export function consequencesOf(before: EventDetails, after: EventDetails, diff: ShiftDiff, at: Date): Consequences {
  const changedFields = notifiedFields.filter((field) => before[field] !== after[field]);
  const changedValues: NotifiedChange = Object.fromEntries(changedFields.map((field) => [field, before[field]]));
  const zoneChanged = before.timeZone !== after.timeZone;

  const changed: ChangedShift[] = [];
  const retimed: string[] = [];
  for (const { before: previous, now } of diff.kept) {
    const isMoved = isDifferentTime(previous.startsAt, now.startsAt) || isDifferentTime(previous.endsAt, now.endsAt);
    const previousValues: ChangedShift['before'] = {
      ...changedValues,
      ...(previous.role !== now.role && { role: previous.role }),
      ...(isMoved && { startsAt: previous.startsAt.toISOString(), endsAt: previous.endsAt.toISOString() }),
      // If only the time zone changed, the instants are equal but the email shows different local times.
      ...(zoneChanged && { timeZone: before.timeZone }),
    };
    if (isMoved || zoneChanged) retimed.push(previous.id);
    const concernsPeople = previous.endsAt > at || now.endsAt > at;
    if (concernsPeople && Object.keys(previousValues).length > 0)
      changed.push({ shiftId: previous.id, before: previousValues });
  }
  const eventMoved = isDifferentTime(before.startsAt, after.startsAt) || isDifferentTime(before.endsAt, after.endsAt);
  return {
    told: eventMoved || zoneChanged || Object.keys(changedValues).length > 0 || changed.length > 0,
    changed,
    raised: diff.kept
      .filter(({ before: previous, now }) => now.capacity > previous.capacity)
      .map(({ before: previous }) => previous.id),
    retimed,
  };
}

function isDifferentTime(a: Date, b: Date): boolean {
  return a.valueOf() !== b.valueOf();
}
