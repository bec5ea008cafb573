import { mapInSteps, Refusal } from '@upstander/platform';
import type { EventPart } from '../events/event-parts.js';
import type { ChangedShift } from '../events/shift-changes.service.js';
import { openingOf } from '../events/event-details.js';
import { moveWall, wallDistance } from '../time/wall-time.js';
import { openingFor, timesFrom } from './occurrence-details.js';
import type { Series } from './series.entity.js';
import type { StoredShift } from '../shifts/series-shifts.js';
import type { StoredOccurrence } from './stored-occurrences.js';

type Times = ReturnType<typeof timesFrom>;
type Opening = ReturnType<typeof openingFor>;

export interface PlannedShift {
  stored: StoredShift;
  /** Position in the template of the series after the edit; null for a shift that the occurrence has of its own. */
  position: number | null;
  times: Times;
  /** Values that volunteers are notified of, as they were. */
  before: ChangedShift['before'];
}

export interface PlannedOccurrence {
  stored: StoredOccurrence;
  original: string;
  overrides: EventPart[];
  timeZone: string;
  times: Times;
  /** Wall time that the shifts of the template are counted from. */
  base: string;
  opening: Opening | null;
  shifts: PlannedShift[];
  /** Positions in the template of the shifts to add. */
  added: number[];
  removed: StoredShift[];
  isTold: boolean;
}

export interface OccurrenceEdit {
  before: Series;
  after: Series;
  parts: ReadonlySet<EventPart>;
  editedId: string;
  /** New position in the template by the old one; null if the shift is removed. */
  shiftOrder: ReadonlyArray<number | null>;
  /** True if the shifts of the occurrence need not fit the template before the edit. */
  resetsShifts?: boolean;
}

/** @throws Refusal SHIFT_HAS_SIGNUPS if a removed shift has sign-ups on any date */
export async function planOccurrences(
  occurrences: ReadonlyArray<{ stored: StoredOccurrence; original: string }>,
  edit: OccurrenceEdit,
): Promise<{ changed: PlannedOccurrence[]; capacities: Map<string, number> }> {
  const changed = await mapInSteps(occurrences, ({ stored, original }) => planOccurrence(stored, original, edit));
  const capacities = new Map<string, number>();
  for (const { shifts, removed } of changed) {
    const inUse = removed.find(({ taken, waiting }) => taken + waiting > 0);
    if (inUse) {
      const { id: shiftId, role, taken, waiting } = inUse;
      const details = { shiftId, role, taken, waiting };
      throw new Refusal('SHIFT_HAS_SIGNUPS', 'People are signed up for this shift. Move them first.', details);
    }
    for (const { stored, position } of shifts) {
      const capacity = position === null ? undefined : edit.after.template.shifts[position]!.capacity;
      if (edit.parts.has('shifts') && capacity !== undefined) capacities.set(stored.id, capacity);
    }
  }
  return { changed, capacities };
}

function planOccurrence(stored: StoredOccurrence, original: string, edit: OccurrenceEdit): PlannedOccurrence {
  const { before, after, parts } = edit;
  const overrides =
    stored.id === edit.editedId ? stored.overrides.filter((part) => !parts.has(part)) : stored.overrides;
  const own = new Set(overrides);
  // A date whose shifts don't fit the template was changed by a program that doesn't know series.
  if (!edit.resetsShifts && stored.shifts.length !== before.template.shifts.length) own.add('shifts');

  const isRetimed = !own.has('time') && (parts.has('time') || original !== stored.originalLocal);
  const timeZone = own.has('time') ? stored.timeZone : after.timeZone;
  const times = isRetimed ? timesFrom(original, 0, after.template.durationMinutes, timeZone) : timesOf(stored);
  const movedBy = wallDistance(stored.startsAtLocal, times.startsAtLocal);
  const base = own.has('time') ? times.startsAtLocal : original;
  const eventBefore = toldOfEvent(stored, own, edit, timeZone);

  const keepsShifts = own.has('shifts');
  const order = parts.has('shifts') ? edit.shiftOrder : before.template.shifts.map((_, index) => index);
  const shifts: PlannedShift[] = [];
  const removed: StoredShift[] = [];
  for (const [index, shift] of stored.shifts.entries()) {
    const position = keepsShifts ? null : (order[index] ?? null);
    if (!keepsShifts && position === null) {
      removed.push(shift);
      continue;
    }
    const planned = position === null ? null : after.template.shifts[position]!;
    const shiftTimes =
      planned && (isRetimed || parts.has('shifts'))
        ? timesFrom(base, planned.startMinutes, planned.endMinutes, timeZone)
        : isRetimed
          ? timesFrom(
              moveWall(shift.startsAtLocal, movedBy),
              0,
              wallDistance(shift.startsAtLocal, shift.endsAtLocal),
              timeZone,
            )
          : timesOf(shift);
    const isMoved =
      Number(shiftTimes.startsAt) !== Number(shift.startsAt) || Number(shiftTimes.endsAt) !== Number(shift.endsAt);
    shifts.push({
      stored: shift,
      position,
      times: shiftTimes,
      before: {
        ...eventBefore,
        ...(planned && planned.role !== shift.role && { role: shift.role }),
        ...(isMoved && { startsAt: shift.startsAt.toISOString(), endsAt: shift.endsAt.toISOString() }),
      },
    });
  }
  const isPublic = stored.status === 'published';
  return {
    stored,
    original,
    overrides: [...own],
    timeZone,
    times,
    base,
    opening: openingAfter(stored, own, edit, { times, timeZone, isRetimed, movedBy }),
    shifts,
    removed,
    added:
      keepsShifts || !parts.has('shifts')
        ? []
        : after.template.shifts.flatMap((_, at) => (order.includes(at) ? [] : [at])),
    isTold: isPublic && (isRetimed || shifts.some((shift) => Object.keys(shift.before).length > 0)),
  };
}

function timesOf({ startsAtLocal, endsAtLocal, startsAt, endsAt }: Times): Times {
  return { startsAtLocal, endsAtLocal, startsAt, endsAt };
}

/** Returns the old values of the fields that volunteers are notified of, if they change on this date. */
function toldOfEvent(
  stored: StoredOccurrence,
  own: ReadonlySet<EventPart>,
  { after, parts }: OccurrenceEdit,
  timeZone: string,
): ChangedShift['before'] {
  const before: ChangedShift['before'] = {};
  if (parts.has('title') && !own.has('title') && stored.title !== after.title) before.title = stored.title;
  if (parts.has('place') && !own.has('place')) {
    const { place, online, onlineUrl } = after.template;
    if (stored.place !== place) before.place = stored.place;
    if (stored.online !== online) before.online = stored.online;
    if (stored.onlineUrl !== onlineUrl) before.onlineUrl = stored.onlineUrl;
  }
  if (stored.timeZone !== timeZone) before.timeZone = stored.timeZone;
  return before;
}

function openingAfter(
  stored: StoredOccurrence,
  own: ReadonlySet<EventPart>,
  { after, parts }: OccurrenceEdit,
  { times, timeZone, isRetimed, movedBy }: { times: Times; timeZone: string; isRetimed: boolean; movedBy: number },
): Opening | null {
  if (!own.has('opening')) {
    return isRetimed || parts.has('opening') ? openingFor(after.template, times, timeZone) : null;
  }
  if (!isRetimed) return null;
  const move = (local: string | null) => (local === null ? null : moveWall(local, movedBy));
  const opening = {
    opensAtLocal: move(stored.opensAtLocal),
    opensToMembersAtLocal: move(stored.opensToMembersAtLocal),
  };
  return { ...opening, ...openingOf(opening, timeZone) };
}
