import { badInput, readInput, refuseFaults, type Faults } from '@upstander/platform';
import { changedParts, fieldsOfPart } from '../events/changed-parts.js';
import { detailsFrom, shiftFrom, type EventDetails } from '../events/event-details.js';
import { draftFaults, publicFaults } from '../events/event-rules.js';
import type { EventPart } from '../events/event-parts.js';
import type { Event } from '../events/event.entity.js';
import type { Shift } from '../shifts/shift.entity.js';
import type { ShiftDetails } from '../shifts/shift.input.js';
import { instantToWall, moveWall, wallDistance } from '../time/wall-time.js';
import { matchDates, weekOf } from './match-dates.js';
import { templateOf } from './occurrence-details.js';
import { planOccurrences, type PlannedOccurrence } from './plan-occurrences.js';
import { datesOf, periodAhead, takingPlace } from './series-dates.js';
import { datesOfRule, maxOccurrences, moveWeekday, partOf, readRule, withPart } from './series-rule.js';
import { SeriesEditInput } from './series.input.js';
import type { Series } from './series.entity.js';
import type { StoredOccurrence } from './stored-occurrences.js';

export interface SeriesEdit {
  series: Series;
  /** Occurrences in the scope of the edit, and those canceled or already started among them. */
  occurrences: readonly StoredOccurrence[];
  /** The edited occurrence, as stored. */
  edited: { event: Event; shifts: readonly Shift[]; takesRegistrations: boolean };
  input: SeriesEditInput;
  /** True if the edit may leave no date. */
  mayEnd: boolean;
  now: Date;
}

export interface EditPlan {
  /** The series as it is after the edit. */
  after: Series;
  parts: ReadonlySet<EventPart>;
  changed: PlannedOccurrence[];
  /** New planned start of occurrences that have started or were canceled, by event ID; null to detach them. */
  renamed: Map<string, string | null>;
  dropped: DroppedOccurrence[];
  created: string[];
  capacities: Map<string, number>;
}

/** `original` is null if another occurrence takes its planned start; the canceled event then leaves the series. */
export type DroppedOccurrence = StoredOccurrence & { original: string | null };

const day = 24 * 60;

function freeOf(original: string, planned: ReadonlySet<string>): string | null {
  return planned.has(original) ? null : original;
}

/** @throws Refusal BAD_INPUT, SHIFT_HAS_SIGNUPS */
export async function planEdit(edit: SeriesEdit): Promise<EditPlan> {
  const { series, occurrences, edited, input, mayEnd, now } = edit;
  const { details, shifts, parts } = readEvent(edit);
  const original = edited.event.originalLocal!;
  const movedBy =
    details.startsAtLocal === edited.event.startsAtLocal ? 0 : wallDistance(original, details.startsAtLocal);
  const after = await seriesAfter(edit, details, shifts, parts, movedBy);

  const isFollowing = input.scope === 'following';
  const nowLocal = instantToWall(now, after.timeZone);
  const earliest = isFollowing ? [original, after.firstLocal].sort()[0]! : nowLocal;
  const from = `${earliest.slice(0, 10)}T00:00`;
  const dates = await datesOf(after, { from, to: periodAhead(after, now).to });
  if (dates.length > maxOccurrences) throw badInput({ rule: 'too-many' });
  const taking = takingPlace(dates);
  if (!mayEnd && !taking.some((date) => date > nowLocal)) throw badInput({ rule: 'no-dates' });
  const inScope = occurrences.filter(({ originalLocal }) => originalLocal >= from);
  const match = matchDates(
    { dates: inScope.map(({ originalLocal }) => originalLocal), rule: series.rule },
    { dates: taking, rule: after.rule },
    movedBy,
  );
  const isOpen = ({ status, startsAt }: StoredOccurrence) =>
    (status === 'draft' || status === 'published') && startsAt > now;
  const kept = inScope.filter(({ originalLocal }) => match.kept.has(originalLocal));
  const { changed, capacities } = await planOccurrences(
    kept.filter(isOpen).map((stored) => ({ stored, original: match.kept.get(stored.originalLocal)! })),
    { before: series, after, parts, editedId: edited.event.id, shiftOrder: shiftOrderOf(edited.shifts, shifts) },
  );
  for (const { stored, times } of changed)
    if (stored.status === 'published' && times.startsAt <= now)
      throw badInput({ 'event.startsAtLocal': 'in-the-past' });
  const created = match.created.filter((date) => date > nowLocal);
  const planned = new Set([...match.kept.values(), ...created]);
  const closed = inScope.filter((one) => !isOpen(one));
  return {
    after,
    parts,
    changed,
    capacities,
    renamed: new Map(
      closed.map((one) => [one.id, match.kept.get(one.originalLocal) ?? freeOf(one.originalLocal, planned)] as const),
    ),
    dropped: inScope
      .filter((one) => isOpen(one) && !match.kept.has(one.originalLocal))
      .map((one) => ({ ...one, original: freeOf(one.originalLocal, planned) })),
    created,
  };
}

/** Reads the edited occurrence and returns the parts that the edit changes. */
function readEvent({ series, edited: { event, shifts: stored, takesRegistrations }, input }: SeriesEdit) {
  const details = input.event ? detailsFrom(input.event, event) : event;
  const shifts = (input.event?.shifts ?? stored).map((shift) => shiftFrom(shift, details.timeZone));
  const faults: Faults = {
    ...draftFaults(details, shifts),
    ...(event.status === 'published' && publicFaults(details, shifts, { takesRegistrations })),
  };
  if (details.chapterId !== series.chapterId) faults['chapterId'] = 'of-the-series';
  const storedShifts = stored.map((shift) => shiftFrom(shift, event.timeZone));
  const parts = new Set(changedParts({ event, shifts: storedShifts }, { event: details, shifts }));
  if (parts.has('shifts') && event.overrides.includes('shifts')) faults['shifts'] = 'own-shifts';
  refuseFaults(Object.fromEntries(Object.entries(faults).map(([field, fault]) => [`event.${field}`, fault])));
  return { details, shifts, parts };
}

/** Returns the new position of each shift by its old one; null if it is removed. @throws Refusal BAD_INPUT */
function shiftOrderOf(before: readonly Shift[], after: readonly ShiftDetails[]): Array<number | null> {
  const ids = before.map(({ id }) => id);
  after.forEach(({ id }, index) => {
    if (id !== null && !ids.includes(id)) throw badInput({ [`event.shifts.${index}.id`]: 'not-there' });
  });
  return ids.map((id) => {
    const position = after.findIndex((shift) => shift.id === id);
    return position < 0 ? null : position;
  });
}

async function seriesAfter(
  { series, edited: { event }, input }: SeriesEdit,
  details: EventDetails,
  shifts: readonly ShiftDetails[],
  parts: Set<EventPart>,
  movedBy: number,
): Promise<Series> {
  const movedDays = Math.round(
    wallDistance(
      `${event.originalLocal!.slice(0, 10)}T00:00`,
      `${moveWall(event.originalLocal!, movedBy).slice(0, 10)}T00:00`,
    ) / day,
  );
  const isFollowing = input.scope === 'following';
  const inScope = (local: string) => !isFollowing || local >= event.originalLocal!;
  const move = (dates: readonly string[]) => dates.filter(inScope).map((date) => moveWall(date, movedBy));
  const moved = movedDays === 0 ? series.rule : moveWeekday(series.rule, movedDays);
  if (moved === null && !input.rule) throw badInput({ 'event.startsAtLocal': 'date-by-rule' });
  const start = isFollowing ? await startOfRest(series, event.originalLocal!) : { local: series.firstLocal, count: 0 };
  const count = partOf(series.rule, 'COUNT');
  const rest =
    moved !== null && count !== null
      ? withPart(moved, 'COUNT', String(Math.max(1, Number(count) - start.count)))
      : moved;
  const { values, faults } = readInput(SeriesEditInput, input, {
    rule: rest ?? series.rule,
    until: series.until && moveWall(`${series.until}T00:00`, movedDays * day).slice(0, 10),
    extraDates: move(series.extraDates),
    excludedDates: move(series.excludedDates),
    skipsHolidays: series.skipsHolidays,
  });
  const read = readRule(values.rule);
  if ('fault' in read) faults['rule'] = read.fault;
  const rule = 'rule' in read ? read.rule : series.rule;
  const firstLocal = await firstDateOf({ before: series.rule, rule, firstLocal: moveWall(start.local, movedBy) });
  if (values.until && values.until < firstLocal.slice(0, 10)) faults['until'] = 'before-start';
  refuseFaults(faults);
  moveAgenda(details, event, parts, movedBy - movedDays * day);
  return {
    ...series,
    ...values,
    rule,
    firstLocal,
    title: parts.has('title') ? details.title : series.title,
    timeZone: parts.has('time') ? details.timeZone : series.timeZone,
    template: templateAfter(series, event, { details, shifts }, parts),
  };
}

/** Returns the first date by the rule at or after a planned start, and the number of dates before it. */
async function startOfRest(series: Series, original: string): Promise<{ local: string; count: number }> {
  const dates = await datesOfRule(series, { from: series.firstLocal, to: moveWall(original, 366 * day) });
  const count = dates.filter((date) => date < original).length;
  return { local: dates[count] ?? original, count };
}

/**
 * Returns the start of the series after its rule has changed. A series that moves from Sundays to Saturdays starts a day earlier,
 * on the Saturday of the same week; one that moves to another day of the month starts in the same month.
 */
async function firstDateOf({
  before,
  rule,
  firstLocal,
}: {
  before: string;
  rule: string;
  firstLocal: string;
}): Promise<string> {
  const frequency = partOf(rule, 'FREQ');
  const isSame = (name: string) => partOf(before, name) === partOf(rule, name);
  const daysOf = (text: string) => partOf(text, 'BYDAY')?.split(',').length ?? 0;
  if (before === rule || !isSame('FREQ') || !isSame('INTERVAL') || daysOf(before) !== daysOf(rule)) return firstLocal;
  if (frequency !== 'WEEKLY' && frequency !== 'MONTHLY') return firstLocal;
  const time = firstLocal.slice(10);
  const from = frequency === 'WEEKLY' ? `${weekOf(firstLocal)}${time}` : `${firstLocal.slice(0, 7)}-01${time}`;
  if (daysOf(rule) === 0 && partOf(rule, 'BYMONTHDAY') === null) return firstLocal;
  const [first] = await datesOfRule({ rule, firstLocal: from, until: null }, { from, to: moveWall(from, 62 * day) });
  return first ?? firstLocal;
}

/** The agenda has times of day. Moves it with the start, unless the edit changes it. */
function moveAgenda(details: EventDetails, event: Event, parts: Set<EventPart>, minutes: number): void {
  if (minutes === 0 || parts.has('agenda') || event.overrides.includes('agenda') || details.agenda.length === 0) return;
  details.agenda = details.agenda.map((line) => ({
    ...line,
    time: moveWall(`2000-01-02T${line.time}`, minutes).slice(11),
  }));
  parts.add('agenda');
}

function templateAfter(
  { template }: Series,
  event: Event,
  { details, shifts }: { details: EventDetails; shifts: readonly ShiftDetails[] },
  parts: ReadonlySet<EventPart>,
): Series['template'] {
  const edited = templateOf(details, shifts);
  const fields = Object.entries(fieldsOfPart).flatMap(([part, names]) =>
    part !== 'title' && parts.has(part as EventPart) ? names : [],
  ) as Array<keyof typeof template>;
  return {
    ...template,
    ...Object.fromEntries(fields.map((field) => [field, edited[field]])),
    // The edited date may be shorter than the others, on the night of a clock change.
    ...(parts.has('time') && {
      durationMinutes:
        template.durationMinutes + edited.durationMinutes - wallDistance(event.startsAtLocal, event.endsAtLocal),
    }),
    ...(parts.has('shifts') && { shifts: edited.shifts }),
    ...(parts.has('opening') && {
      opensMinutesBefore: edited.opensMinutesBefore,
      opensToMembersMinutesBefore: edited.opensToMembersMinutesBefore,
    }),
  };
}
