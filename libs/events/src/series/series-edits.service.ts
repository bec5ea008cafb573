import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Clock, Database, insertRow, notFound, Refusal, refuseFaults, typedText, type Tx } from '@upstander/platform';
import { ShiftChanges } from '../events/shift-changes.service.js';
import { eventConflict, versionConflict } from '../events/event-conflict.js';
import { shiftFrom } from '../events/event-details.js';
import { hasRegistration, lockEvent } from '../events/event-store.js';
import { ShiftTimetables } from '../reminders/shift-timetables.js';
import { ShiftReferences } from '../shifts/shift-references.service.js';
import { lockShifts } from '../shifts/shift-store.js';
import { planEdit, type EditPlan } from './plan-edit.js';
import type { SeriesEditPreview } from './series-edit-preview.js';
import { SeriesSignups, type AffectedSignups } from './series-signups.js';
import { claimSeriesSlug, insertOccurrences, lockSeries } from './series-store.js';
import { seriesEnded } from './series.service.js';
import { Series } from './series.entity.js';
import type { SeriesEditInput, SeriesScope } from './series.input.js';
import { lockOccurrences } from './stored-occurrences.js';
import { dropOccurrences, writeOccurrences } from './write-edit.js';
import { shiftIdsOf } from '../shifts/series-shifts.js';

/** Edits several occurrences in one transaction: a process that is killed in between has changed nothing. */
@Injectable()
export class SeriesEdits {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly shiftChanges: ShiftChanges,
    private readonly signups: SeriesSignups,
    private readonly timetables: ShiftTimetables,
    private readonly references: ShiftReferences,
  ) {}

  /**
   * Returns the ID of the series that the edited occurrence belongs to afterwards.
   * @throws Refusal BAD_INPUT listing the fields; CHANGED_MEANWHILE; EVENT_CLOSED; SHIFT_HAS_SIGNUPS; NOT_FOUND
   */
  async update(actor: Actor, id: string, input: SeriesEditInput, mayEnd = false): Promise<string> {
    await this.access.require(actor, 'series:edit', [id], 'This series');
    const reason = input.reason ? typedText('reason', input.reason, 500) : null;
    return this.db.transaction(async (tx) => {
      const { series, plan, scope, originalLocal } = await this.plan(tx, id, input, mayEnd);
      const target = await this.targetOf(tx, series, plan, { splitAt: scope === 'all' ? null : originalLocal, actor });
      await this.apply(tx, target, plan, { reason, by: actor.accountId, key: `${target.id}/${target.version}` });
      return target.id;
    });
  }

  /** Nothing is saved. @throws Refusal as `update` */
  async preview(actor: Actor, id: string, input: SeriesEditInput): Promise<SeriesEditPreview> {
    await this.access.require(actor, 'series:edit', [id], 'This series');
    return this.db.transaction(async (tx) => {
      const { plan } = await this.plan(tx, id, input);
      const people = await this.signups.countPeople(tx, await this.affectedBy(tx, plan));
      return {
        changedDates: plan.changed.length,
        addedDates: plan.created.length,
        droppedDates: plan.dropped.length,
        firstDropped: plan.dropped.slice(0, 50).map(({ startsAt }) => startsAt),
        ownDates: plan.changed.filter(({ overrides }) => overrides.some((part) => plan.parts.has(part))).length,
        parts: [...plan.parts],
        changedPeople: people.changed,
        displacedPeople: people.displaced,
        droppedPeople: people.dropped,
        notifiedPeople: people.notified,
      };
    });
  }

  /** Locks what the edit may change and plans it. */
  private async plan(
    tx: Tx,
    id: string,
    input: SeriesEditInput,
    mayEnd = false,
  ): Promise<{ series: Series; plan: EditPlan; scope: SeriesScope; originalLocal: string }> {
    const now = this.clock.now();
    const series = await lockSeries(tx, id);
    if (typeof input.version === 'number' && input.version !== series.version) throw await versionConflict(tx, series);
    if (series.status === 'ended') throw seriesEnded();
    const { id: eventId, originalLocal } = await this.editedBy(tx, id, input);
    const scope = await this.scopeOf(tx, id, originalLocal, input);
    const today = `${now.toISOString().slice(0, 10)}T00:00`;
    const from = scope === 'following' ? originalLocal : dayBefore(today);
    const occurrences = await lockOccurrences(tx, id, from);
    // Read after it was locked, because it may have been saved since.
    const event = await lockEvent(tx, eventId);
    const shifts = await lockShifts(tx, eventId);
    if (typeof input.event?.version === 'number' && input.event.version !== event.version)
      throw await eventConflict(tx, event, shifts);
    const plan = await planEdit({
      series,
      occurrences,
      edited: { event, shifts, takesRegistrations: await hasRegistration(tx, eventId) },
      input: { ...input, scope },
      mayEnd,
      now,
    });
    if (input.event?.shifts) {
      const requested = input.event.shifts.map((shift) => shiftFrom(shift, plan.after.timeZone));
      const faults = Object.entries(await this.references.faultsOf(tx, requested, shifts));
      refuseFaults(Object.fromEntries(faults.map(([field, fault]) => [`event.${field}`, fault])));
    }
    return { series, plan, scope, originalLocal };
  }

  /** Returns the edited occurrence, by default the next one. @throws Refusal EVENT_CLOSED, NOT_FOUND, SERIES_ENDED */
  private async editedBy(
    tx: Tx,
    seriesId: string,
    { eventId }: SeriesEditInput,
  ): Promise<{ id: string; originalLocal: string }> {
    const [found] = await tx.query<{ id: string; originalLocal: string | null; isOpen: boolean }>(
      `SELECT id, original_local AS "originalLocal", status IN ('draft', 'published') AND starts_at > $3 AS "isOpen"
       FROM events.event WHERE series_id = $1 AND id = coalesce($2, id)
       ORDER BY NOT (status IN ('draft', 'published') AND starts_at > $3), starts_at LIMIT 1`,
      [seriesId, eventId ?? null, this.clock.now()],
    );
    if (!found?.originalLocal) throw notFound('This event');
    const { id, originalLocal, isOpen } = found;
    if (isOpen) return { id, originalLocal };
    if (!eventId) throw seriesEnded();
    throw new Refusal('EVENT_CLOSED', 'This event is over or was canceled. Copy it to run it again.');
  }

  /** With no earlier date, the following ones are all of them. */
  private async scopeOf(tx: Tx, seriesId: string, original: string, { scope }: SeriesEditInput): Promise<SeriesScope> {
    const [earlier] = await tx.query('SELECT FROM events.event WHERE series_id = $1 AND original_local < $2 LIMIT 1', [
      seriesId,
      original,
    ]);
    return earlier ? scope : 'all';
  }

  /** Saves the series; an edit of the following dates ends it before them and creates the one that continues it. */
  private async targetOf(
    tx: Tx,
    series: Series,
    { after }: EditPlan,
    { splitAt, actor }: { splitAt: string | null; actor: Actor },
  ): Promise<Series> {
    const now = this.clock.now();
    const author = { updatedBy: actor.accountId, updatedAt: now };
    const version = series.version + 1;
    if (splitAt === null) {
      await tx.manager.update(Series, series.id, { ...after, ...author, version });
      return { ...after, version };
    }
    const isBefore = (local: string) => local < splitAt;
    await tx.manager.update(Series, series.id, {
      until: dayBefore(splitAt).slice(0, 10),
      extraDates: series.extraDates.filter(isBefore),
      excludedDates: series.excludedDates.filter(isBefore),
      ...author,
      version,
    });
    const { id: _, ...values } = after;
    const rest = {
      ...values,
      ...author,
      slug: await claimSeriesSlug(tx, after.title),
      continuesSeriesId: series.id,
      version: 1,
      createdBy: actor.accountId,
      createdAt: now,
    };
    return { ...rest, id: await insertRow(tx.manager, Series, rest) };
  }

  /** Writes a plan. The series is already saved. `key` identifies the edit in its emails. */
  async apply(
    tx: Tx,
    series: Series,
    plan: EditPlan,
    { reason, by, key }: { reason: string | null; by: string | null; key: string },
  ): Promise<void> {
    const now = this.clock.now();
    const affected = await this.affectedBy(tx, plan);
    const raised = plan.changed.flatMap(({ stored, shifts }) =>
      stored.status === 'published'
        ? shifts.flatMap(({ stored: shift }) =>
            (plan.capacities.get(shift.id) ?? 0) > shift.capacity ? [shift.id] : [],
          )
        : [],
    );
    await this.signups.displace(tx, affected, plan.capacities);
    await writeOccurrences(tx, series, plan, { by, now });
    await this.signups.apply(tx, key, affected);
    await dropOccurrences(tx, series, plan, { reason, by, now });
    const created = await insertOccurrences(tx, series, plan.created, { by, now });
    if (raised.length > 0) await this.shiftChanges.capacityRaised(tx, raised);
    const retimed = plan.changed.filter(({ isTold }) => isTold).map(({ stored }) => stored.id);
    const dropped = plan.dropped.map(({ id }) => id);
    await this.timetables.set(tx, await shiftIdsOf(tx, [...retimed, ...dropped, ...created]));
  }

  private async affectedBy(tx: Tx, plan: EditPlan): Promise<AffectedSignups> {
    return {
      changes: plan.changed.flatMap(({ stored, shifts }) =>
        stored.status === 'published'
          ? shifts.flatMap(({ stored: shift, before }) =>
              Object.keys(before).length > 0 ? [{ shiftId: shift.id, before }] : [],
            )
          : [],
      ),
      displaced: await this.signups.findDisplaced(tx, plan.capacities),
      dropped: await this.signups.findActive(
        tx,
        plan.dropped.map(({ id }) => id),
      ),
    };
  }
}

function dayBefore(local: string): string {
  return `${new Date(Date.parse(`${local.slice(0, 10)}T00:00Z`) - 86_400_000).toISOString().slice(0, 10)}T00:00`;
}
