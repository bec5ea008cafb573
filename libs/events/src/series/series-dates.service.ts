import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { badInput, Clock, Database, notFound, Refusal } from '@upstander/platform';
import type { EventPart } from '../events/event-parts.js';
import { planOccurrences } from './plan-occurrences.js';
import { SeriesEdits } from './series-edits.service.js';
import { lockSeries } from './series-store.js';
import { Series } from './series.entity.js';
import { lockOccurrences } from './stored-occurrences.js';

/** Changes single dates of a series. */
@Injectable()
export class SeriesDates {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly edits: SeriesEdits,
  ) {}

  /**
   * Cancels an occurrence, so that the series doesn't add it again, and offers its people the nearest date.
   * @throws Refusal EVENT_CLOSED, NOT_FOUND, BAD_INPUT
   */
  async skip(actor: Actor, id: string, eventId: string, reason: string | null): Promise<string> {
    const { extraDates, excludedDates } = await this.find(actor, id);
    const [event] = await this.db.query<{ original: string | null }>(
      'SELECT original_local AS original FROM events.event WHERE id = $1 AND series_id = $2',
      [eventId, id],
    );
    if (!event?.original) throw notFound('This event');
    return this.edits.update(
      actor,
      id,
      {
        scope: 'all',
        eventId,
        reason,
        extraDates: extraDates.filter((local) => local !== event.original),
        excludedDates: [...excludedDates, event.original],
      },
      true,
    );
  }

  /** Adds a date, or one that was skipped. @throws Refusal BAD_INPUT, SERIES_ENDED */
  async add(actor: Actor, id: string, startsAtLocal: string): Promise<string> {
    const { extraDates, excludedDates } = await this.find(actor, id);
    const [existing] = await this.db.query(
      `SELECT FROM events.event WHERE series_id = $1 AND original_local = $2 AND status IN ('draft', 'published')`,
      [id, startsAtLocal],
    );
    if (existing) throw badInput({ startsAtLocal: 'twice' });
    return this.edits.update(actor, id, {
      scope: 'all',
      extraDates: [...extraDates, startsAtLocal],
      excludedDates: excludedDates.filter((local) => local !== startsAtLocal),
    });
  }

  /** Cancels all dates after the last day and stops adding new ones. @throws Refusal SERIES_ENDED */
  async end(actor: Actor, id: string, lastDay: string, reason: string | null): Promise<string> {
    const { extraDates, firstLocal } = await this.find(actor, id);
    const until = lastDay < firstLocal.slice(0, 10) ? firstLocal.slice(0, 10) : lastDay;
    await this.edits.update(
      actor,
      id,
      { scope: 'all', until, reason, extraDates: extraDates.filter((local) => local.slice(0, 10) <= lastDay) },
      true,
    );
    await this.db.query(
      `UPDATE events.series s SET status = 'ended' WHERE id = $1 AND NOT EXISTS (
         SELECT FROM events.event e WHERE e.series_id = s.id AND e.status IN ('draft', 'published') AND e.ends_at > $2)`,
      [id, this.clock.now()],
    );
    return id;
  }

  /** Gives an occurrence the data of its series again. Returns the ID of the event. @throws Refusal SHIFT_HAS_SIGNUPS */
  async reset(actor: Actor, eventId: string, parts: readonly EventPart[]): Promise<string> {
    await this.access.require(actor, 'event:edit', [eventId], 'This event');
    await this.db.transaction(async (tx) => {
      const [event] = await tx.query<{ seriesId: string | null; original: string | null }>(
        'SELECT series_id AS "seriesId", original_local AS original FROM events.event WHERE id = $1',
        [eventId],
      );
      if (!event?.seriesId || !event.original)
        throw new Refusal('NOT_IN_SERIES', 'This event doesn’t belong to a series.');
      const series = await lockSeries(tx, event.seriesId);
      const stored = (await lockOccurrences(tx, series.id, event.original)).find(({ id }) => id === eventId);
      if (!stored || !['draft', 'published'].includes(stored.status) || stored.startsAt <= this.clock.now())
        throw new Refusal('EVENT_CLOSED', 'This event is over or was canceled. Copy it to run it again.');
      const reset = new Set(parts.filter((part) => stored.overrides.includes(part)));
      if (reset.size === 0) return;
      const { changed, capacities } = await planOccurrences([{ stored, original: stored.originalLocal }], {
        before: series,
        after: series,
        parts: reset,
        editedId: eventId,
        shiftOrder: shiftsByRole(stored.shifts, series.template.shifts),
        resetsShifts: reset.has('shifts'),
      });
      const plan = { after: series, parts: reset, changed, capacities, renamed: new Map(), dropped: [], created: [] };
      const [row] = await tx.query<{ version: number }>('SELECT version FROM events.event WHERE id = $1', [eventId]);
      await this.edits.apply(tx, series, plan, {
        reason: null,
        by: actor.accountId,
        key: `${eventId}/${row!.version}`,
      });
    });
    return eventId;
  }

  private async find(actor: Actor, id: string): Promise<Series> {
    await this.access.require(actor, 'series:edit', [id], 'This series');
    return this.db.manager.findOneByOrFail(Series, { id });
  }
}

/** Returns the position in the template of each shift, by role; null if the series has no such shift. */
function shiftsByRole(
  shifts: ReadonlyArray<{ role: string }>,
  template: ReadonlyArray<{ role: string }>,
): Array<number | null> {
  const free = template.map(({ role }) => role) as Array<string | null>;
  return shifts.map(({ role }) => {
    const position = free.indexOf(role);
    if (position < 0) return null;
    free[position] = null;
    return position;
  });
}
