import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Database, notFound, type Tx } from '@upstander/platform';
import {
  joinVolunteer,
  type CheckInPerson,
  type DoorSignatureInput,
  type DoorWaiver,
  WaiversAtDoor,
} from '@upstander/volunteers';
import { isMinor } from '../safeguarding/safeguarding-columns.js';
import { requiredOfShifts } from '../requirements/requirement-columns.js';
import { RosterAccess } from '../signups/roster-access.js';
import { AttendanceReads } from './attendance-reads.js';
import type { AttendanceEntry, DoorSignature } from './attendance.js';
import { shiftTables, signupsOnShifts } from '../shifts/shift-joins.js';

@Injectable()
export class DoorWaivers {
  constructor(
    private readonly db: Database,
    private readonly access: RosterAccess,
    private readonly reads: AttendanceReads,
    private readonly waivers: WaiversAtDoor,
  ) {}

  async texts(actor: Actor, eventId: string): Promise<DoorWaiver[]> {
    await this.access.event(actor, eventId);
    const rows = await this.db.query<{ typeId: string; shiftIds: string[] }>(
      `SELECT t.id AS "typeId", array_agg(s.id ORDER BY s.position, s.id) AS "shiftIds"
       FROM ${requiredOfShifts} WHERE s.event_id = $1 AND t.kind = 'waiver' GROUP BY t.id`,
      [eventId],
    );
    const texts = await this.waivers.texts(rows.map(({ typeId }) => typeId));
    return texts.map((text) => ({
      ...text,
      shiftIds: rows.find(({ typeId }) => typeId === text.typeId)!.shiftIds,
    }));
  }

  async listSignatures(actor: Actor, eventId: string): Promise<DoorSignature[]> {
    await this.access.event(actor, eventId);
    const people = await this.db.query<{ id: string; name: string }>(
      `SELECT u.id, u.name FROM ${signupsOnShifts}
       WHERE s.event_id = $1 AND u.repeat_of IS NULL`,
      [eventId],
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const signedWaivers = await this.waivers.findSigned([...names.keys()]);
    return signedWaivers.map((one) => ({ ...one, name: names.get(one.signupId)! }));
  }

  /**
   * Repeating it has no effect.
   * @throws Refusal NOT_FOUND, BAD_INPUT, TEXT_CHANGED
   */
  async sign(actor: Actor, signupId: string, waiver: DoorSignatureInput): Promise<AttendanceEntry> {
    await this.access.signup(actor, 'signup:check-in', signupId);
    const id = signupId.toLowerCase();
    return this.db.transaction(async (tx) => {
      await this.signIn(tx, actor, id, [waiver]);
      const entry = (await this.reads.entries([id], tx)).get(id);
      if (!entry) throw notFound('This sign-up');
      return entry;
    });
  }

  /** The caller must already have checked access. */
  async signIn(tx: Tx, actor: Actor, signupId: string, waivers: readonly DoorSignatureInput[]): Promise<void> {
    for (const waiver of waivers) {
      const person = await this.findPerson(tx, signupId, Boolean(waiver.guardianRelation));
      await this.waivers.sign(tx, person, waiver, actor.accountId);
    }
  }

  /** Also records the age: only minors have a guardian's signature. */
  private async findPerson(tx: Tx, signupId: string, guardian: boolean): Promise<CheckInPerson> {
    const [person] = await tx.query<CheckInPerson & Record<string, unknown>>(
      `SELECT u.id AS "signupId", u.volunteer_id AS "volunteerId", u.proven_at IS NOT NULL AS "addressConfirmed",
         ${isMinor} AS "isMinor"
       FROM ${signupsOnShifts} ${joinVolunteer('u')}
       WHERE u.id = $1 AND u.repeat_of IS NULL`,
      [signupId],
    );
    if (!person) throw notFound('This sign-up');
    if (!person.isMinor) await recordStatedAge(tx, signupId, !guardian);
    return person;
  }
}

/** Records an age stated at check-in. The latest statement counts there; the profile is not changed. */
export async function recordStatedAge(tx: Tx, signupId: string, isAdult: boolean): Promise<void> {
  await tx.query(
    `UPDATE events.signup u SET said_minor = NOT $2, born_by = CASE
         WHEN $2 THEN least(u.born_by, (s.starts_at_local::date - interval '18 years')::date)
         WHEN u.born_by > (s.starts_at_local::date - interval '18 years')::date THEN u.born_by END
     FROM ${shiftTables} WHERE s.id = u.shift_id AND u.id = $1`,
    [signupId, isAdult],
  );
}
