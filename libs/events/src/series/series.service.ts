import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Database,
  Idempotency,
  insertRow,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  type Faults,
  type Tx,
} from '@upstander/platform';
import { detailsFrom, shiftFrom } from '../events/event-details.js';
import { draftFaults, publicFaults } from '../events/event-rules.js';
import { hasRegistration, lockEvent } from '../events/event-store.js';
import { Event } from '../events/event.entity.js';
import type { EventInput } from '../events/event.input.js';
import { ShiftTimetables } from '../reminders/shift-timetables.js';
import { ShiftReferences } from '../shifts/shift-references.service.js';
import type { ShiftDetails } from '../shifts/shift.input.js';
import { lockShifts } from '../shifts/shift-store.js';
import { templateOf } from './occurrence-details.js';
import { datesOf, periodAhead, takingPlace, type PlannedDate } from './series-dates.js';
import { maxOccurrences, readRule } from './series-rule.js';
import { claimSeriesSlug, insertOccurrences, lockSeries } from './series-store.js';
import { Series } from './series.entity.js';
import { SeriesInput } from './series.input.js';
import { shiftIdsOf } from '../shifts/series-shifts.js';

/** Data of a new series, validated. */
export type NewSeries = Pick<
  Series,
  | 'chapterId'
  | 'title'
  | 'timeZone'
  | 'rule'
  | 'firstLocal'
  | 'extraDates'
  | 'excludedDates'
  | 'until'
  | 'skipsHolidays'
  | 'template'
>;

/** Methods return the ID of the series. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly references: ShiftReferences,
    private readonly timetables: ShiftTimetables,
  ) {}

  /**
   * Creates a series with its dates of the next twelve months. Made from a public event, it is public too.
   * @throws Refusal BAD_INPUT listing the fields; NOT_FOUND; EVENT_OF_SERIES
   */
  async create(actor: Actor, input: SeriesInput, key?: string | null): Promise<string> {
    await this.access.require(actor, 'chapter:plan-events', [input.event.chapterId], 'This chapter');
    if (input.fromEventId) await this.access.require(actor, 'event:edit', [input.fromEventId], 'This event');
    const { series, shifts } = readSeries(input);
    const dates = await this.datesAhead(series);
    const call = { operation: 'createSeries', actorKey: actor.accountId ?? '', key, input };
    return this.idempotency.transaction(call, async (tx) => {
      refuseFaults(underEvent(await this.references.faultsOf(tx, shifts, [])));
      return this.insert(tx, actor, series, { dates, fromEventId: input.fromEventId ?? null });
    });
  }

  /** @throws Refusal BAD_INPUT for a rule without dates or with too many */
  async datesAhead(series: NewSeries): Promise<PlannedDate[]> {
    const now = this.clock.now();
    const { to } = periodAhead(series, now);
    const dates = await datesOf(series, { from: series.firstLocal, to });
    if (dates.length > maxOccurrences) throw badInput({ rule: 'too-many' });
    if (takingPlace(dates).length === 0) throw badInput({ rule: 'no-dates' });
    return dates;
  }

  /** Publishes the series and all of its drafts. @throws Refusal BAD_INPUT, SERIES_ENDED, NOT_FOUND */
  async publish(actor: Actor, id: string): Promise<string> {
    await this.access.require(actor, 'series:edit', [id], 'This series');
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const series = await lockSeries(tx, id);
      if (series.status === 'published') return id;
      if (series.status === 'ended') throw seriesEnded();
      const author = { updatedBy: actor.accountId, updatedAt: now };
      await tx.manager.update(Series, id, {
        ...author,
        status: 'published',
        publishedAt: now,
        version: series.version + 1,
      });
      const [draft] = await tx.manager.find(Event, { where: { seriesId: id, status: 'draft' }, take: 1 });
      if (draft) {
        const takesRegistrations = await hasRegistration(tx, draft.id);
        refuseFaults(underEvent(publicFaults(draft, await lockShifts(tx, draft.id), { takesRegistrations })));
      }
      const published = await tx.query<{ id: string }>(
        `UPDATE events.event SET status = 'published', published_at = $2, updated_at = $2, updated_by = $3
         WHERE series_id = $1 AND status = 'draft' AND starts_at > $2 RETURNING id`,
        [id, now, actor.accountId],
      );
      await this.timetables.set(
        tx,
        await shiftIdsOf(
          tx,
          published.map((event) => event.id),
        ),
      );
      return id;
    });
  }

  private async insert(
    tx: Tx,
    actor: Actor,
    series: NewSeries,
    { dates, fromEventId }: { dates: readonly PlannedDate[]; fromEventId: string | null },
  ): Promise<string> {
    const now = this.clock.now();
    const by = actor.accountId;
    const event = fromEventId ? await this.lockForSeries(tx, fromEventId, series) : null;
    const isPublic = event?.status === 'published';
    const row = {
      ...series,
      slug: await claimSeriesSlug(tx, series.title),
      ...(isPublic && { status: 'published' as const, publishedAt: now }),
      createdBy: by,
      updatedBy: by,
      createdAt: now,
      updatedAt: now,
    };
    const id = await insertRow(tx.manager, Series, row);
    const stored = await lockSeries(tx, id);
    let open = takingPlace(dates);
    if (event) {
      const first = { seriesId: id, originalLocal: event.startsAtLocal };
      await tx.manager.update(Event, event.id, { ...first, version: event.version + 1, updatedBy: by, updatedAt: now });
      open = open.filter((local) => local !== event.startsAtLocal);
    }
    const ids = await insertOccurrences(tx, stored, open, { by, now });
    if (isPublic) await this.timetables.set(tx, await shiftIdsOf(tx, ids));
    return id;
  }

  private async lockForSeries(tx: Tx, id: string, series: NewSeries): Promise<Event> {
    const event = await lockEvent(tx, id);
    if (event.seriesId) throw new Refusal('EVENT_OF_SERIES', 'This event already belongs to a series.');
    if (event.status !== 'draft' && event.status !== 'published') throw notFound('This event');
    if (event.startsAtLocal !== series.firstLocal) throw badInput({ 'event.startsAtLocal': 'not-the-event' });
    return event;
  }
}

/** Reads the input of a new series. @throws Refusal BAD_INPUT listing the fields */
export function readSeries(input: SeriesInput): { series: NewSeries; shifts: ShiftDetails[] } {
  const { values, faults } = readInput(SeriesInput, input);
  const details = detailsFrom(input.event as EventInput);
  const shifts = (input.event.shifts ?? []).map((shift) => shiftFrom({ ...shift, id: null }, details.timeZone));
  const read = readRule(values.rule);
  if ('fault' in read) faults['rule'] = read.fault;
  if (values.until && values.until < details.startsAtLocal.slice(0, 10)) faults['until'] = 'before-start';
  const eventFaults = draftFaults(details, shifts);
  // Dates on which clocks skip the time are listed in the preview.
  refuseFaults({ ...faults, ...underEvent(eventFaults) });
  return {
    series: {
      ...values,
      rule: 'rule' in read ? read.rule : '',
      chapterId: details.chapterId,
      title: details.title,
      timeZone: details.timeZone,
      firstLocal: details.startsAtLocal,
      template: templateOf(details, shifts),
    },
    shifts,
  };
}

/** Names the fields of an event inside an input. */
function underEvent(faults: Faults): Faults {
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [`event.${field}`, fault]));
}

export function seriesEnded(): Refusal {
  return new Refusal('SERIES_ENDED', 'This series has ended.');
}
