import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, Clock, Database, notFound } from '@upstander/platform';
import { HoursService, type CreditedHours } from '@upstander/volunteers';
import { randomUUID } from 'node:crypto';
import { RosterAccess } from '../signups/roster-access.js';
import { AttendanceReads } from './attendance-reads.js';
import type { AttendanceEntry } from './attendance.js';
import type { CorrectAttendanceArgs } from './attendance.input.js';
import { AttendanceService, readEarlyReason, refusalOf } from './attendance.service.js';
import { hoursGiven } from './event-hours.service.js';

const signupHours = hoursGiven('u.id = $1');

@Injectable()
export class AttendanceTimes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: RosterAccess,
    private readonly reads: AttendanceReads,
    private readonly attendance: AttendanceService,
    private readonly hours: HoursService,
  ) {}

  /**
   * Undoes the current marks and records these times instead. Approved hours are updated.
   * @throws Refusal NOT_FOUND, BAD_INPUT, NO_PLACE, SIGNUP_ENDED, TOO_EARLY, TOO_FEW_ADULTS, GUARDIAN_NEEDED, EVENT_OFF
   */
  async correct(actor: Actor, args: CorrectAttendanceArgs): Promise<AttendanceEntry> {
    const { signupId, arrivedAt, leftAt } = args;
    await this.access.signup(actor, 'signup:check-in', signupId);
    const now = this.clock.now();
    if (arrivedAt > now) throw badInput({ arrivedAt: 'in-the-future' });
    if (leftAt && leftAt > now) throw badInput({ leftAt: 'in-the-future' });
    if (leftAt && leftAt <= arrivedAt) throw badInput({ leftAt: 'before-start' });
    const earlyReason = readEarlyReason(args.earlyReason);
    const signup = signupId.toLowerCase();
    return this.db.transaction(async (tx) => {
      const standingMarks = await tx.query<{ id: string }>(
        'SELECT id FROM events.attendance_mark WHERE signup_id = $1 AND undone_at IS NULL ORDER BY heard_at, id',
        [signup],
      );
      const arrival = { id: randomUUID(), signup, kind: 'check_in' as const, at: arrivedAt, earlyReason };
      const codes = await this.attendance.write(
        tx,
        [
          ...standingMarks.map(({ id }) => ({ id: randomUUID(), signup, kind: 'undo' as const, at: now, undoes: id })),
          arrival,
          ...(leftAt ? [{ id: randomUUID(), signup, kind: 'check_out' as const, at: leftAt }] : []),
        ],
        actor.accountId,
      );
      const code = codes.get(arrival.id) ?? 'NOT_FOUND';
      if (code !== 'RECORDED') throw refusalOf(code);
      await this.hours.correctCredit(
        tx,
        await tx.query<CreditedHours & Record<string, unknown>>(signupHours, [signup]),
      );
      const entry = (await this.reads.entries([signup], tx)).get(signup);
      if (!entry) throw notFound('This sign-up');
      return entry;
    });
  }
}
