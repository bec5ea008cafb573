import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { badInput, Clock, Database, isUuid, notThere, Refusal, type Tx } from '@upstander/platform';
import { CredentialTypes, ofAddress } from '@upstander/volunteers';
import { EventStatus } from '../../events/event-status.js';
import { lockEvent } from '../../events/event-store.js';
import { Event } from '../../events/event.entity.js';
import { lockShifts } from '../../shifts/shift-store.js';
import { Shift } from '../../shifts/shift.entity.js';
import { dueAt, lacks, reason, required, typeJson } from './requirement-columns.js';
import { RequirementTiming, type MissingCredential, type RequireCredentialInput } from './requirement.js';

/** Whose credentials are asked about: an address is for callers who know that it is its owner who asks. */
export type WhoseCredentials = { id: string } | { email: string };

/** What shifts ask of those who sign up, and what somebody lacks of it. */
@Injectable()
export class ShiftRequirements {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly types: CredentialTypes,
  ) {}

  /**
   * What somebody lacks for each of these shifts, in words and with the way to get it; a shift for which they lack
   * nothing is not in the answer. A credential counts only if it lasts to the end of the shift. Of somebody who was never
   * seen everything is missing. The caller has made sure that this person may know: a typed address is nobody.
   */
  async missing(
    db: Database | Tx,
    asked: { volunteer: WhoseCredentials; shiftIds: readonly string[] },
  ): Promise<Map<string, MissingCredential[]>> {
    const { volunteer, shiftIds } = asked;
    const [whose, value] = 'id' in volunteer ? ['$2::uuid', volunteer.id] : [ofAddress('$2'), volunteer.email];
    const rows = await db.query<MissingCredential & Record<string, unknown>>(
      `SELECT s.id AS "shiftId", ${typeJson} AS type, r.strict, CASE WHEN NOT r.strict THEN ${dueAt} END AS "dueAt",
         ${reason} AS reason
       FROM events.shift s CROSS JOIN LATERAL (SELECT r.id, r.strict FROM ${required}) r
         JOIN volunteers.credential_type t ON t.id = r.id
         LEFT JOIN volunteers.volunteer v ON v.id = ${whose}
       WHERE s.id = ANY ($1::uuid[]) AND (s.strict_credential_ids || s.day_credential_ids) <> '{}' AND ${lacks}
       ORDER BY s.id, r.strict DESC, platform.fold(t.name)`,
      [shiftIds.filter(isUuid), value],
    );
    const byShift = new Map<string, MissingCredential[]>();
    for (const row of rows) byShift.set(row.shiftId, [...(byShift.get(row.shiftId) ?? []), row]);
    return byShift;
  }

  /** What whoever is signed in lacks for these. @throws Refusal BAD_INPUT */
  async mine(actor: Actor, shiftIds: readonly string[]): Promise<MissingCredential[]> {
    if (shiftIds.length > 100) throw badInput({ shiftIds: 'too-many' });
    const missing = await this.missing(this.db, { volunteer: { email: String(actor.email) }, shiftIds });
    return [...missing.values()].flat();
  }

  /** Whether what is missing keeps somebody from taking a place now: past its time, "by the day" is now. */
  keepsOut({ strict, dueAt: due }: Pick<MissingCredential, 'strict' | 'dueAt'>): boolean {
    return strict || due === null || due <= this.clock.now();
  }

  /**
   * Lets nobody on a shift who lacks what it asks for. For its owner alone: the refusal says what they lack. Of many who
   * come together events.lacks_credentials asks the same.
   * @throws Refusal CREDENTIALS_MISSING
   */
  async refuseMissing(tx: Tx, { volunteerId, shiftId }: { volunteerId: string; shiftId: string }): Promise<void> {
    const missing =
      (await this.missing(tx, { volunteer: { id: volunteerId }, shiftIds: [shiftId] })).get(shiftId) ?? [];
    const needed = missing.filter((one) => this.keepsOut(one));
    if (needed.length === 0) return;
    throw new Refusal('CREDENTIALS_MISSING', 'This shift asks for something you do not have yet.', {
      missing: needed.map(({ type, reason: why }) => ({
        typeId: type.id,
        name: type.name,
        nameEs: type.nameEs,
        reason: why,
      })),
    });
  }

  /**
   * Says what a shift asks for; whoever has a place keeps it until then. @throws Refusal NOT_FOUND, EVENT_CLOSED
   */
  async require(actor: Actor, { shiftId, typeId, timing }: RequireCredentialInput): Promise<string> {
    const [found] = isUuid(shiftId)
      ? await this.db.query<{ eventId: string }>('SELECT event_id AS "eventId" FROM events.shift WHERE id = $1', [
          shiftId,
        ])
      : [];
    if (!found) throw notThere('This shift');
    await this.access.require(actor, 'event:edit', [found.eventId], 'This shift');
    const type = await this.types.byId(typeId);
    await this.db.transaction(async (tx) => {
      const event = await lockEvent(tx, found.eventId);
      const shift = (await lockShifts(tx, event.id)).find(({ id }) => id === shiftId.toLowerCase());
      if (!shift) throw notThere('This shift');
      const over = event.status !== EventStatus.DRAFT && event.status !== EventStatus.PUBLISHED;
      if (over || (event.status === EventStatus.PUBLISHED && event.endsAt <= this.clock.now())) {
        throw new Refusal('EVENT_CLOSED', 'This event is over or was cancelled. Copy it to do it again.');
      }
      if (type.retiredAt && timing !== RequirementTiming.NOT_AT_ALL) throw notThere('This credential');
      const without = (ids: readonly string[]) => ids.filter((id) => id !== type.id);
      const strict = without(shift.strictCredentialIds);
      const byDay = without(shift.dayCredentialIds);
      if (timing === RequirementTiming.BEFORE_SIGN_UP) strict.push(type.id);
      if (timing === RequirementTiming.BY_THE_DAY) byDay.push(type.id);
      await tx.manager.update(Shift, shift.id, { strictCredentialIds: strict, dayCredentialIds: byDay });
      const said = { updatedAt: this.clock.now(), updatedBy: actor.accountId };
      await tx.manager.update(Event, event.id, { ...said, version: event.version + 1 });
    });
    return found.eventId;
  }
}
