import { Injectable } from '@nestjs/common';
import type { Actor, LocaleName } from '@upstander/identity';
import {
  badInput,
  Clock,
  Config,
  Database,
  isUuid,
  notFound,
  personName,
  Refusal,
  typedLine,
  type Tx,
} from '@upstander/platform';
import { volunteerIdOfAddress, Volunteers } from '@upstander/volunteers';
import { RosterAccess } from '../signups/roster-access.js';
import { signUpClosed, tooYoungRefusal } from '../batch/eligibility.js';
import { AttendanceReads } from './attendance-reads.js';
import type { AttendanceEntry } from './attendance.js';
import type { AddWalkInInput } from './attendance.input.js';
import { AttendanceService, refusalOf } from './attendance.service.js';
import { DoorWaivers, recordStatedAge } from './door-waivers.service.js';
import { isOnShiftOf, shiftTables } from '../shifts/shift-joins.js';
import { lockShiftsById } from '../shifts/shift-store.js';
import { takeSpots } from '../shifts/shift-spots.js';
import { joinSignup } from '../signups/signup-joins.js';
import { acceptOffer, waitForMerges } from '../signups/locked-signup.js';

interface WalkIn {
  shift: string;
  name: string;
  email: string | null;
  /** ID of a sign-up or an attendance mark of the same person, instead of an address. */
  samePersonAs: string | null;
  phone: string | null;
  locale: LocaleName;
}

@Injectable()
export class WalkIns {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: RosterAccess,
    private readonly reads: AttendanceReads,
    private readonly attendance: AttendanceService,
    private readonly waivers: DoorWaivers,
    private readonly volunteers: Volunteers,
  ) {}

  /**
   * Adds a walk-in. A person already on the shift or its waitlist is checked in there.
   * Repeating the same `id` has no effect. A person is identified by address or by `samePersonAs`, never by name; without
   * either, a new volunteer is added.
   * @throws Refusal NOT_FOUND, BAD_INPUT, SIGN_UP_CLOSED unless check-in is open, SHIFT_FULL unless `addPlace` is set,
   * AGE_NEEDED, TOO_YOUNG, TEXT_CHANGED, and for a minor TOO_FEW_ADULTS, GUARDIAN_NEEDED
   */
  async add(actor: Actor, input: AddWalkInInput): Promise<AttendanceEntry> {
    await this.access.requireShift(actor, input.shiftId);
    if (!isUuid(input.id)) throw badInput({ id: 'not-an-id' });
    const request = readWalkIn(input);
    const mark = input.id.toLowerCase();
    return this.db.transaction(async (tx) => {
      await this.lock(tx, request.shift);
      // A device that lost the response sends the same mark again.
      const [recorded] = await tx.query<{ signupId: string }>(
        `SELECT m.signup_id AS "signupId" FROM events.attendance_mark m ${joinSignup('m')}
         WHERE m.id = $1 AND u.shift_id = $2`,
        [mark, request.shift],
      );
      const signup = recorded?.signupId ?? (await this.signUp(tx, actor, request, input));
      if (!recorded) {
        const at = input.at ?? this.clock.now();
        const code = (
          await this.attendance.write(tx, [{ id: mark, signup, kind: 'check_in', at }], actor.accountId)
        ).get(mark);
        if (code !== 'RECORDED' && code !== 'ALREADY')
          throw code === 'TOO_FEW_ADULTS' || code === 'GUARDIAN_NEEDED' ? refusalOf(code) : signUpClosed();
      }
      const entry = (await this.reads.entries([signup], tx)).get(signup);
      if (!entry) throw notFound('This sign-up');
      return entry;
    });
  }

  /** @throws Refusal SIGN_UP_CLOSED unless the event takes place and check-in has opened */
  private async lock(tx: Tx, shiftId: string): Promise<void> {
    await waitForMerges(tx);
    await lockShiftsById(tx, [shiftId]);
    const [open] = await tx.query(
      `SELECT 1 FROM ${shiftTables} WHERE s.id = $1 AND e.status IN ('published', 'completed')
         AND s.starts_at - $3::interval <= $2 AND s.ends_at + interval '30 days' > $2`,
      [shiftId, this.clock.now(), `${this.config.CHECK_IN_MINUTES} minutes`],
    );
    if (!open) throw signUpClosed();
  }

  private async signUp(tx: Tx, actor: Actor, request: WalkIn, input: AddWalkInInput): Promise<string> {
    const isAdult = input.isAdult ?? null;
    await this.checkAge(tx, request.shift, isAdult);
    const volunteerId = await this.findPerson(tx, actor, request);
    const signup = await this.placeWalkIn(tx, { ...request, volunteerId }, input.addPlace === true);
    if (isAdult !== null) await recordStatedAge(tx, signup, isAdult);
    await this.waivers.signIn(tx, actor, signup, input.waivers ?? []);
    return signup;
  }

  /** Returns the volunteer's ID, and adds the volunteer if needed. @throws Refusal NOT_FOUND if `samePersonAs` is no sign-up of the event */
  private async findPerson(tx: Tx, actor: Actor, { email, samePersonAs, ...request }: WalkIn): Promise<string> {
    const { shift, name, phone, locale } = request;
    if (samePersonAs) {
      const [earlierWalkIn] = await tx.query<{ id: string }>(
        `SELECT u.volunteer_id AS id FROM events.signup u
         WHERE ${isOnShiftOf(`(SELECT e.id FROM ${shiftTables} WHERE s.id = $1)`)}
           AND u.repeat_of IS NULL
           AND (u.id = $2 OR EXISTS (SELECT FROM events.attendance_mark m WHERE m.id = $2 AND m.signup_id = u.id))`,
        [shift, samePersonAs],
      );
      if (!earlierWalkIn) throw notFound('This sign-up');
      return earlierWalkIn.id;
    }
    if (email === null) {
      const [event] = await tx.query<{ chapterId: string }>(
        `SELECT e.chapter_id AS "chapterId" FROM ${shiftTables} WHERE s.id = $1`,
        [shift],
      );
      const by = actor.accountId ?? null;
      return this.volunteers.addMet(tx, { chapterId: event!.chapterId, name, phone, locale, by, at: this.clock.now() });
    }
    await tx.query(
      'SELECT volunteers.add_volunteers(ARRAY[$1::citext], ARRAY[$2::text], ARRAY[$3::text], ARRAY[$4::text])',
      [email, name, phone, locale],
    );
    const [existing] = await tx.query<{ id: string }>(`SELECT ${volunteerIdOfAddress('$1')} AS id`, [email]);
    return existing!.id;
  }

  private async placeWalkIn(tx: Tx, request: WalkIn & { volunteerId: string }, addPlaces: boolean): Promise<string> {
    const at = this.clock.now();
    const [existing] = await tx.query<{ id: string; status: string; places: number }>(
      `SELECT u.id, u.status, 1 + u.guests AS places FROM events.signup u
       WHERE u.shift_id = $1 AND u.volunteer_id = $2 AND u.repeat_of IS NULL AND u.status NOT IN ('cancelled', 'expired')`,
      [request.shift, request.volunteerId],
    );
    if (existing?.status === 'offered') await acceptOffer(tx, existing.id);
    if (existing && existing.status !== 'waitlisted') return existing.id;

    const during = await takeSpots(tx, request.shift, {
      places: existing?.places ?? 1,
      fromWaitlist: existing ? 1 : 0,
      addPlaces,
    });
    if (during === null) throw new Refusal('SHIFT_FULL', 'That shift is full. Add a spot to take this person.');
    if (existing) {
      await tx.query(
        `UPDATE events.signup SET status = 'confirmed', line_number = NULL, expires_at = NULL WHERE id = $1`,
        [existing.id],
      );
      return existing.id;
    }
    const [signup] = await tx.query<{ id: string }>(
      `INSERT INTO events.signup (shift_id, volunteer_id, name, phone, locale, status, during, told_status, created_at)
       VALUES ($1, $2, $3, $4, $5, 'confirmed', $7, 'confirmed', $6) RETURNING id`,
      [request.shift, request.volunteerId, request.name, request.phone, request.locale, at, during],
    );
    return signup!.id;
  }

  /** Uses only the age stated at check-in. The profile of an entered address would reveal its owner's age. */
  private async checkAge(tx: Tx, shiftId: string, isAdult: boolean | null): Promise<void> {
    const [shift] = await tx.query<{ minimumAge: number | null; refusal: string | null }>(
      `SELECT s.minimum_age AS "minimumAge", CASE
         WHEN NOT $2 AND s.minimum_age >= 18 THEN 'TOO_YOUNG'
         WHEN $2::boolean IS NULL AND (s.minimum_age > 0 OR e.with_minors) THEN 'AGE_NEEDED' END AS refusal
       FROM ${shiftTables} WHERE s.id = $1`,
      [shiftId, isAdult],
    );
    if (shift?.refusal === 'TOO_YOUNG') throw tooYoungRefusal(shift.minimumAge);
    if (shift?.refusal) throw new Refusal('AGE_NEEDED', 'For this shift, choose whether they’re 18 or older.');
  }
}

/** @throws Refusal BAD_INPUT with the fields, NOT_FOUND if the shift's ID isn't one. */
function readWalkIn({ shiftId, samePersonAs, ...input }: AddWalkInInput): WalkIn {
  if (!isUuid(shiftId)) throw notFound('This shift');
  if (samePersonAs && !isUuid(samePersonAs)) throw badInput({ samePersonAs: 'not-an-id' });
  if (samePersonAs && input.email) throw badInput({ samePersonAs: 'not-a-choice' });
  return {
    shift: shiftId.toLowerCase(),
    name: personName('name', input.name, 120),
    email: input.email ? typedLine('email', input.email, 254) : null,
    samePersonAs: samePersonAs?.toLowerCase() ?? null,
    phone: input.phone ?? null,
    locale: input.locale ?? 'en',
  };
}
