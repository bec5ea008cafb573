import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Config,
  Database,
  isUuid,
  notFound,
  Refusal,
  SignedIds,
  speakableName,
  type Tx,
} from '@upstander/platform';
import { volunteerIdOfAddress } from '@upstander/volunteers';
import { AttendanceReads } from '../attendance/attendance-reads.js';
import { AttendanceService, refusalOf } from '../attendance/attendance.service.js';
import type { LeadDesk, LeadDeskPerson, LeadMarkInput, LedShift } from './lead-desk.js';
import { joinShiftAndEvent } from '../shifts/shift-joins.js';
import { joinSignup } from '../signups/signup-joins.js';

interface Desk extends Omit<LeadDesk, 'people' | 'leadName'>, Record<string, unknown> {
  id: string;
  shiftId: string;
  name: string;
}

const closesAfter = `interval '30 minutes'`;

/** SQL: leads `l` who may check people in, with their sign-up `u`, shift `s` and event `e`. */
const openLeads = `FROM events.shift_lead l ${joinSignup('l')} AND u.shift_id = l.shift_id ${joinShiftAndEvent('l')}
  WHERE l.ended_at IS NULL AND u.status IN ('confirmed', 'checked_in', 'completed') AND u.proven_at IS NOT NULL
    AND e.status IN ('published', 'completed')`;

/**
 * The check-in list behind a lead's link. It shows the names of one shift, without
 * contacts or ages, and every mark is stored with the lead.
 */
@Injectable()
export class LeadDesks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
    private readonly limits: RateLimits,
    private readonly reads: AttendanceReads,
    private readonly attendance: AttendanceService,
  ) {}

  /** @throws Refusal NOT_FOUND for an invalid link, an ended lead or a lead without a spot; LEAD_ACCESS_ENDED */
  async find(token: string): Promise<LeadDesk> {
    const desk = await this.openDesk(token);
    const people = this.clock.now() < desk.listedAt ? [] : await this.listPeople(desk);
    const { id: _, shiftId: __, name, ...rest } = desk;
    return { ...rest, leadName: speakableName(name), people };
  }

  /**
   * Checks a volunteer of the lead's own shift in or out, or undoes a mark of this lead.
   * @throws Refusal NOT_FOUND, BAD_INPUT, LEAD_ACCESS_ENDED, TOO_EARLY, ASK_THE_TEAM, TOO_MANY_TRIES
   */
  async mark(token: string, input: LeadMarkInput): Promise<LeadDesk> {
    const desk = await this.openDesk(token);
    await this.limits.consume('lead-check-in', desk.id);
    const { id, signupId, undoneMarkId } = input;
    if (!isUuid(id)) throw badInput({ id: 'not-an-id' });
    if (!isUuid(signupId)) throw notFound('This sign-up');
    if (Boolean(input.kind) === Boolean(undoneMarkId)) throw badInput({ kind: 'required' });
    await this.db.transaction(async (tx) => {
      const signup = signupId.toLowerCase();
      if (!(await this.isOnShift(tx, desk, signup))) throw notFound('This sign-up');
      const undoes = undoneMarkId ? await this.ownMark(tx, desk, { signup, id: undoneMarkId }) : null;
      if (input.kind === 'check_in' && (await this.needsTeam(tx, signup))) throw askTheTeam();
      const mark = {
        id: id.toLowerCase(),
        signup,
        kind: input.kind ?? ('undo' as const),
        at: this.clock.now(),
        undoes,
      };
      const code = (await this.attendance.write(tx, [mark], null)).get(mark.id);
      if (code === 'TOO_FEW_ADULTS' || code === 'GUARDIAN_NEEDED') throw askTheTeam();
      if (code !== 'RECORDED' && code !== 'ALREADY') throw refusalOf(code ?? 'NOT_FOUND');
      await tx.query(
        `UPDATE events.attendance_mark SET made_by_lead = CASE WHEN id = $2 THEN $1 ELSE made_by_lead END,
           undone_by_lead = CASE WHEN id = $3 THEN $1 ELSE undone_by_lead END
         WHERE id IN ($2, $3) AND made_by IS NULL AND signup_id = $4`,
        [desk.id, mark.id, undoes, signup],
      );
    });
    return this.find(token);
  }

  /** Signing in is an alternative to the emailed link: it leads to the same list. */
  async findForActor({ email }: Actor): Promise<LedShift[]> {
    if (!email) return [];
    const leads = await this.db.query<{ id: string; signupId: string }>(
      `SELECT l.id, u.id AS "signupId" ${openLeads} AND u.volunteer_id = ${volunteerIdOfAddress('$1')}
         AND s.ends_at + ${closesAfter} >= $2 ORDER BY s.starts_at, l.id`,
      [email, this.clock.now()],
    );
    return leads.map(({ id, signupId }) => ({ signupId, token: this.signedIds.sign('shift-lead', id) }));
  }

  private async openDesk(token: string): Promise<Desk> {
    const link = this.signedIds.verify('shift-lead', token);
    const [desk] = link
      ? await this.db.query<Desk>(
          `SELECT l.id, s.id AS "shiftId", u.name, e.title, s.role, e.time_zone AS "timeZone", s.starts_at AS "startsAt",
             s.ends_at AS "endsAt", s.starts_at - interval '1 day' AS "listedAt", s.starts_at - $2::interval AS "opensAt",
             s.ends_at + ${closesAfter} AS "closesAt"
           ${openLeads} AND l.id = $1`,
          [link.id, `${this.config.CHECK_IN_MINUTES} minutes`],
        )
      : [];
    if (!desk) throw notFound('This link');
    if (this.clock.now() > desk.closesAt) throw new Refusal('LEAD_ACCESS_ENDED', 'This shift is over.');
    return desk;
  }

  private async listPeople({ id, shiftId }: Desk): Promise<LeadDeskPerson[]> {
    const rows = await this.db.query<{ id: string; undoableMarkId: string | null }>(
      `SELECT u.id, (
         SELECT m.id FROM (
           SELECT m.id, m.made_by_lead FROM events.attendance_mark m WHERE m.signup_id = u.id AND m.undone_at IS NULL
           ORDER BY m.heard_at DESC, m.at DESC, m.id LIMIT 1
         ) m WHERE m.made_by_lead = $2
       ) AS "undoableMarkId"
       FROM events.signup u
       WHERE u.shift_id = $1 AND u.repeat_of IS NULL AND u.status IN ('confirmed', 'checked_in', 'completed', 'no_show')
       ORDER BY platform.fold(u.name), u.id LIMIT 1000`,
      [shiftId, id],
    );
    const entries = await this.reads.entries(rows.map((row) => row.id));
    return rows.flatMap((row) => {
      const entry = entries.get(row.id);
      if (!entry) return [];
      const { name, guests, status, checkedInAt, checkedOutAt, unsignedWaiverIds } = entry;
      const needsTeam = unsignedWaiverIds.length > 0;
      return [{ ...row, signupId: row.id, name, guests, status, checkedInAt, checkedOutAt, needsTeam }];
    });
  }

  private async isOnShift(tx: Tx, { shiftId }: Desk, signupId: string): Promise<boolean> {
    const rows = await tx.query('SELECT FROM events.signup WHERE id = $1 AND shift_id = $2 AND repeat_of IS NULL', [
      signupId,
      shiftId,
    ]);
    return rows.length > 0;
  }

  /** @throws Refusal NOT_FOUND unless this lead made the mark */
  private async ownMark(tx: Tx, desk: Desk, { signup, id }: { signup: string; id: string }): Promise<string> {
    const [mark] = isUuid(id)
      ? await tx.query<{ id: string }>(
          'SELECT id FROM events.attendance_mark WHERE id = $1 AND signup_id = $2 AND made_by_lead = $3',
          [id, signup, desk.id],
        )
      : [];
    if (!mark) throw notFound('This mark');
    return mark.id;
  }

  /** An organizer has to see the volunteer sign. */
  private async needsTeam(tx: Tx, signupId: string): Promise<boolean> {
    const entry = (await this.reads.entries([signupId], tx)).get(signupId);
    return entry !== undefined && entry.unsignedWaiverIds.length > 0;
  }
}

function askTheTeam(): Refusal {
  return new Refusal('ASK_THE_TEAM', 'Please talk to someone on the team at the entrance first.');
}
