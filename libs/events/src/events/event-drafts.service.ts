import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Clock, Idempotency, refuseFaults, type Tx } from '@upstander/platform';
import { ShiftReferences } from '../shifts/shift-references.service.js';
import type { Shift } from '../shifts/shift.entity.js';
import type { ShiftDetails } from '../shifts/shift.input.js';
import { lockShifts, insertShifts } from '../shifts/shift-store.js';
import { copyOf } from './event-copy.js';
import { detailsFrom, shiftFrom, type EventDetails } from './event-details.js';
import { draftFaults } from './event-rules.js';
import { claimSlug, eventSlugBase } from './event-slugs.js';
import { lockEvent, insertDraft } from './event-store.js';
import type { EventInput } from './event.input.js';
import { copyRegistrationForm } from './registration-form-copies.js';

/** Methods return the event ID. */
@Injectable()
export class EventDrafts {
  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly references: ShiftReferences,
  ) {}

  /** @throws Refusal BAD_INPUT listing the fields; NOT_FOUND for a chapter the actor has no access to */
  async create(actor: Actor, input: EventInput, idempotencyKey?: string | null): Promise<string> {
    await this.access.require(actor, 'chapter:plan-events', [input.chapterId], 'This chapter');
    const details = detailsFrom(input);
    const shifts = (input.shifts ?? []).map((shift) => shiftFrom(shift, details.timeZone));
    refuseFaults(draftFaults(details, shifts));
    return this.runOnce(actor, { operation: 'createEvent', key: idempotencyKey, input }, async (tx) => {
      return this.insert(tx, actor, { event: details, shifts }, []);
    });
  }

  /**
   * `startsAtLocal` defaults to a whole number of weeks later. Shifts move by the same wall-clock distance, so 09:00
   * stays 09:00 across daylight saving changes.
   * @throws Refusal NOT_FOUND for an event of another chapter
   */
  async copy(actor: Actor, id: string, startsAtLocal?: string | null, idempotencyKey?: string | null): Promise<string> {
    await this.access.require(actor, 'chapter-event:copy', [id], 'This event');
    const input = { id, startsAtLocal: startsAtLocal ?? null };
    return this.runOnce(actor, { operation: 'copyEvent', key: idempotencyKey, input }, async (tx) => {
      const event = await lockEvent(tx, id);
      const shifts = await lockShifts(tx, id);
      const copy = copyOf(event, shifts, input.startsAtLocal, this.clock.now());
      refuseFaults(draftFaults(copy.event, copy.shifts));
      const copyId = await this.insert(tx, actor, copy, shifts);
      await copyRegistrationForm(tx, id, copyId, { by: actor.accountId, now: this.clock.now() });
      return copyId;
    });
  }

  /** `before` are the copied shifts. Their skills and requirements are accepted even if retired. */
  private async insert(
    tx: Tx,
    actor: Actor,
    { event: details, shifts }: { event: EventDetails; shifts: readonly ShiftDetails[] },
    before: readonly Shift[],
  ): Promise<string> {
    refuseFaults(await this.references.faultsOf(tx, shifts, before));
    const slug = await claimSlug(tx, eventSlugBase(details.title, details.startsAtLocal));
    const id = await insertDraft(tx, details, { slug, by: actor.accountId, now: this.clock.now() });
    await insertShifts(
      tx,
      id,
      shifts.map((shift, position) => ({ ...shift, position })),
    );
    return id;
  }

  private runOnce(
    actor: Actor,
    call: { operation: string; key?: string | null; input: unknown },
    work: (tx: Tx) => Promise<string>,
  ): Promise<string> {
    const actorKey = actor.accountId ?? '';
    return this.idempotency.transaction({ ...call, actorKey }, (tx) => work(tx));
  }
}
