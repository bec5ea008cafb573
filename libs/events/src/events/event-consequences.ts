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

/** Compares an event before and after an update. Changes to past shifts are not announced. */
export function consequencesOf(before: EventDetails, after: EventDetails, diff: ShiftDiff, at: Date): Consequences {
  const changedFields = notifiedFields.filter((field) => before[field] !== after[field]);
  const ofEvent: NotifiedChange = Object.fromEntries(changedFields.map((field) => [field, before[field]]));
  const zoneChanged = before.timeZone !== after.timeZone;

  const changed: ChangedShift[] = [];
  const retimed: string[] = [];
  for (const { before: was, now } of diff.kept) {
    const moved = differs(was.startsAt, now.startsAt) || differs(was.endsAt, now.endsAt);
    const ofShift: ChangedShift['before'] = {
      ...ofEvent,
      ...(was.role !== now.role && { role: was.role }),
      ...(moved && { startsAt: was.startsAt.toISOString(), endsAt: was.endsAt.toISOString() }),
      // If only the time zone changed, the instants are equal but the email shows different local times.
      ...(zoneChanged && { timeZone: before.timeZone }),
    };
    if (moved || zoneChanged) retimed.push(was.id);
    const concernsPeople = was.endsAt > at || now.endsAt > at;
    if (concernsPeople && Object.keys(ofShift).length > 0) changed.push({ shiftId: was.id, before: ofShift });
  }
  const eventMoved = differs(before.startsAt, after.startsAt) || differs(before.endsAt, after.endsAt);
  return {
    told: eventMoved || zoneChanged || Object.keys(ofEvent).length > 0 || changed.length > 0,
    changed,
    raised: diff.kept.filter(({ before: was, now }) => now.capacity > was.capacity).map(({ before: was }) => was.id),
    retimed,
  };
}

function differs(a: Date, b: Date): boolean {
  return a.valueOf() !== b.valueOf();
}
