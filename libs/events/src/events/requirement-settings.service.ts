import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Clock, Database, notFound, Refusal } from '@upstander/platform';
import { CredentialTypes } from '@upstander/volunteers';
import { RequirementTiming, type RequireCredentialInput } from '../requirements/requirement.js';
import { eventOfShift, lockShifts } from '../shifts/shift-store.js';
import { Shift } from '../shifts/shift.entity.js';
import { EventStatus } from './event-status.js';
import { lockEvent } from './event-store.js';
import { Event } from './event.entity.js';

@Injectable()
export class RequirementSettings {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly types: CredentialTypes,
  ) {}

  /**
   * Existing sign-ups keep their place until the deadline.
   * @throws Refusal NOT_FOUND, EVENT_CLOSED
   */
  async require(actor: Actor, { shiftId, typeId, timing }: RequireCredentialInput): Promise<string> {
    const eventId = await eventOfShift(this.db, shiftId);
    await this.access.require(actor, 'event:edit', [eventId], 'This shift');
    const type = await this.types.byId(typeId);
    await this.db.transaction(async (tx) => {
      const event = await lockEvent(tx, eventId);
      const shift = (await lockShifts(tx, event.id)).find(({ id }) => id === shiftId.toLowerCase());
      if (!shift) throw notFound('This shift');
      const isClosed = event.status !== EventStatus.DRAFT && event.status !== EventStatus.PUBLISHED;
      if (isClosed || (event.status === EventStatus.PUBLISHED && event.endsAt <= this.clock.now())) {
        throw new Refusal('EVENT_CLOSED', 'This event is over or was canceled. Copy it to run it again.');
      }
      if (type.retiredAt && timing !== RequirementTiming.NOT_AT_ALL) throw notFound('This credential');
      const withoutType = (ids: readonly string[]) => ids.filter((id) => id !== type.id);
      const strict = withoutType(shift.signUpCredentialIds);
      const byDay = withoutType(shift.dayCredentialIds);
      if (timing === RequirementTiming.BEFORE_SIGN_UP) strict.push(type.id);
      if (timing === RequirementTiming.BEFORE_SHIFT) byDay.push(type.id);
      await tx.manager.update(Shift, shift.id, { signUpCredentialIds: strict, dayCredentialIds: byDay });
      const stamp = { updatedAt: this.clock.now(), updatedBy: actor.accountId };
      await tx.manager.update(Event, event.id, { ...stamp, version: event.version + 1 });
    });
    return eventId;
  }
}
