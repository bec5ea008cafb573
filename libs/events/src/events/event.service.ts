import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { badInput, Clock, Database, Refusal, refuseFaults, type Faults, type Tx } from '@upstander/platform';
import { ShiftTimetables } from '../reminders/shift-timetables.js';
import { ShiftReferences } from '../shifts/shift-references.service.js';
import { compareShifts, lockShifts, writeShifts } from '../shifts/shift-store.js';
import { ShiftChanges } from './shift-changes.service.js';
import { changedParts } from './changed-parts.js';
import { eventConflict } from './event-conflict.js';
import { consequencesOf } from './event-consequences.js';
import { detailsFrom, shiftFrom } from './event-details.js';
import { draftFaults, findTimesMovedToPast, publicFaults } from './event-rules.js';
import { EventStatus } from './event-status.js';
import { claimSlug, eventSlugBase } from './event-slugs.js';
import { hasRegistration, lockEvent, updateDetails } from './event-store.js';
import { Event } from './event.entity.js';
import type { EventInput } from './event.input.js';

/** Methods return the event ID. */
@Injectable()
export class EventService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly people: ShiftChanges,
    private readonly timetables: ShiftTimetables,
    private readonly references: ShiftReferences,
  ) {}

  /**
   * Notifies volunteers and offers new places to the waitlist.
   * @throws Refusal BAD_INPUT listing the fields; CHANGED_MEANWHILE with the current values; SHIFT_HAS_SIGNUPS;
   * CAPACITY_BELOW_TAKEN; EVENT_CLOSED
   */
  async update(actor: Actor, id: string, input: EventInput): Promise<string> {
    await this.requireWrite(actor, id, input);
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const {
        before,
        after,
        diff,
        isPublic,
        told: isNotified,
        changed,
        raised: raisedShiftIds,
        retimed,
        overrides,
      } = await this.plan(tx, id, input, now);
      const sequence = before.sequence + (isPublic && isNotified ? 1 : 0);
      const base = eventSlugBase(after.title, after.startsAtLocal);
      // Once an event was public, others may link to it, so its slug stays.
      const slug = before.publishedAt || before.slug.startsWith(base) ? before.slug : await claimSlug(tx, base);
      await updateDetails(tx, before, { ...after, overrides }, { slug, sequence, by: actor.accountId, now });
      const addedShiftIds = await writeShifts(tx, id, diff);
      if (isPublic) {
        if (changed.length > 0) await this.people.recordMoves(tx, sequence, changed);
        if (raisedShiftIds.length > 0) await this.people.capacityRaised(tx, raisedShiftIds);
        await this.timetables.set(tx, [...retimed, ...addedShiftIds]);
      }
      return id;
    });
  }

  /**
   * Nothing is saved.
   * @throws Refusal as `update`
   */
  async countNotified(actor: Actor, id: string, input: EventInput): Promise<number> {
    await this.requireWrite(actor, id, input);
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const { isPublic, changed } = await this.plan(tx, id, input, now);
      if (!isPublic || changed.length === 0) return 0;
      return this.people.countAffectedPeople(
        tx,
        changed.map(({ shiftId }) => shiftId),
      );
    });
  }

  /** @throws Refusal NOT_FOUND; EVENT_WAS_PUBLIC once it was published */
  async delete(actor: Actor, id: string): Promise<{ ok: boolean }> {
    await this.access.require(actor, 'event:edit', [id], 'This event');
    return this.db.transaction(async (tx) => {
      const event = await lockEvent(tx, id);
      if (event.status !== 'draft' || event.publishedAt) {
        throw new Refusal(
          'EVENT_WAS_PUBLIC',
          'This event was published, so it can’t be deleted. You can cancel it instead.',
        );
      }
      await tx.manager.delete(Event, id);
      // Otherwise the series would add the date again.
      if (event.seriesId)
        await tx.query(
          `UPDATE events.series SET excluded_dates = array_append(excluded_dates, $2), version = version + 1 WHERE id = $1`,
          [event.seriesId, event.originalLocal],
        );
      return { ok: true };
    });
  }

  /**
   * Publishing again has no effect.
   * @throws Refusal BAD_INPUT listing the missing fields; EVENT_CLOSED after its end or cancellation
   */
  async publish(actor: Actor, id: string): Promise<string> {
    await this.access.require(actor, 'event:edit', [id], 'This event');
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const event = await lockEvent(tx, id);
      if (event.status === 'published') return id;
      if (event.status !== 'draft') throw closedRefusal();
      const shifts = await lockShifts(tx, id);
      const startFaults: Faults = event.startsAt <= now ? { startsAtLocal: 'in-the-past' } : {};
      const takesRegistrations = await hasRegistration(tx, id);
      refuseFaults({ ...publicFaults(event, shifts, { takesRegistrations }), ...startFaults });
      const published = { status: EventStatus.PUBLISHED, publishedAt: now, updatedAt: now, updatedBy: actor.accountId };
      await tx.manager.update(Event, id, published);
      await this.timetables.set(
        tx,
        shifts.map((shift) => shift.id),
      );
      return id;
    });
  }

  /**
   * Canceling again has no effect.
   * @throws Refusal BAD_INPUT without a reason; EVENT_NOT_PUBLISHED for a draft; EVENT_CLOSED once it is over
   */
  async cancel(actor: Actor, id: string, reason: string): Promise<string> {
    await this.access.require(actor, 'event:edit', [id], 'This event');
    const trimmed = reason.trim();
    if (!trimmed || trimmed.length > 500) throw badInput({ reason: trimmed ? 'too-long' : 'missing' });
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const event = await lockEvent(tx, id);
      if (event.status === 'cancelled') return id;
      if (event.status === 'draft') throw new Refusal('EVENT_NOT_PUBLISHED', 'This draft was never published.');
      if (hasEnded(event, now)) throw closedRefusal();
      const shifts = await lockShifts(tx, id);
      const cancellation = { status: EventStatus.CANCELLED, cancelReason: trimmed, sequence: event.sequence + 1 };
      await tx.manager.update(Event, id, { ...cancellation, updatedAt: now, updatedBy: actor.accountId });
      await this.people.eventCancelled(tx, id);
      await this.timetables.set(
        tx,
        shifts.map((shift) => shift.id),
      );
      return id;
    });
  }

  private async requireWrite(actor: Actor, id: string, input: EventInput): Promise<void> {
    await this.access.require(actor, 'event:edit', [id], 'This event');
    const [event] = await this.db.query<{ chapterId: string }>(
      'SELECT chapter_id AS "chapterId" FROM events.event WHERE id = $1',
      [id],
    );
    // Co-organizers can edit the event, but not move it to another chapter.
    if (event?.chapterId !== input.chapterId.toLowerCase())
      await this.access.require(actor, 'chapter:plan-events', [input.chapterId], 'This chapter');
  }

  /** Locks the event and computes an update with its effects, without saving it. */
  private async plan(tx: Tx, id: string, input: EventInput, now: Date) {
    const before = await lockEvent(tx, id);
    if (hasEnded(before, now)) throw closedRefusal();
    const isPublic = before.status === 'published';
    const storedShifts = await lockShifts(tx, id);
    if (typeof input.version === 'number' && input.version !== before.version)
      throw await eventConflict(tx, before, storedShifts);
    const after = detailsFrom(input, before);
    // Shifts that are not part of the input keep their local times, even if the time zone changes.
    const shifts = (input.shifts ?? storedShifts).map((shift) => shiftFrom(shift, after.timeZone));
    const referenceFaults = await this.references.faultsOf(tx, shifts, storedShifts);
    const takesRegistrations = await hasRegistration(tx, id);
    refuseFaults({
      ...draftFaults(after, shifts),
      ...referenceFaults,
      ...(isPublic && publicFaults(after, shifts, { takesRegistrations })),
    });
    const diff = compareShifts(storedShifts, shifts);
    if (isPublic) refuseFaults(findTimesMovedToPast(before, after, diff, now));
    // A date of a series keeps what it changes from now on, whatever happens to the series.
    const previous = storedShifts.map((shift) => shiftFrom(shift, before.timeZone));
    const changed = before.seriesId ? changedParts({ event: before, shifts: previous }, { event: after, shifts }) : [];
    const overrides = [...new Set([...before.overrides, ...changed])];
    return { before, after, diff, isPublic, overrides, ...consequencesOf(before, after, diff, now) };
  }
}

/** Drafts never end. */
function hasEnded(event: Event, now: Date): boolean {
  if (event.status === 'published') return event.endsAt <= now;
  return event.status === 'cancelled' || event.status === 'completed';
}

function closedRefusal(): Refusal {
  return new Refusal('EVENT_CLOSED', 'This event is over or was canceled. Copy it to run it again.');
}
