import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import {
  badInput,
  selectList,
  Database,
  isUuid,
  keysetList,
  Values,
  withNodes,
  type Tx,
  type PageArgs,
} from '@upstander/platform';
import { expectedGuests, isAdult, isMinor } from '../safeguarding/safeguarding-columns.js';
import { unsignedWaiverIds } from '../requirements/requirement-columns.js';
import { RosterAccess } from '../signups/roster-access.js';
import { waitlistPosition } from '../signups/locked-signup.js';
import { Signup } from '../signups/signup.entity.js';
import { DoorCodes } from '../signups/door-codes.js';
import type { AttendanceConnection, AttendanceCounts, AttendanceEntry } from './attendance.js';
import { isOnShiftOf, signupsOnShifts } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

const columns = `${selectList(Signup, 'u', ['id', 'shiftId', 'name', 'phone', 'locale', 'status', 'overlapReason', 'createdAt', 'checkedInAt', 'checkedOutAt', 'guests', 'guestNames', 'groupName', 'minorGuests', 'absentGuests', 'tokenVersion'])},
  ${waitlistPosition} AS position, u.proven_at IS NOT NULL AS "addressConfirmed", v.email IS NOT NULL AS "hasEmail",
  CASE WHEN u.status = 'offered' THEN u.offer_expires_at END AS "offerExpiresAt",
  (SELECT m.id FROM events.attendance_mark m WHERE m.signup_id = u.id AND m.undone_at IS NULL
   ORDER BY m.heard_at DESC, m.at DESC, m.id LIMIT 1) AS "lastMarkId", ${isMinor} AS "isMinor",
  ${isAdult} AS "isAdult", ${unsignedWaiverIds} AS "unsignedWaiverIds"`;
const source = `${signupsOnShifts} ${joinVolunteer('u')}`;

/** SQL: true for sign-ups on the check-in list. */
const hasPlaceCondition = `u.status IN ('confirmed', 'checked_in', 'completed', 'no_show') AND u.repeat_of IS NULL`;

type AttendanceRow = Omit<AttendanceEntry, 'doorCode'> & { tokenVersion: number };

export interface AttendanceFilter {
  shiftId?: string | null;
  text?: string | null;
}

@Injectable()
export class AttendanceReads {
  constructor(
    private readonly db: Database,
    private readonly access: RosterAccess,
    private readonly codes: DoorCodes,
  ) {}

  async page(actor: Actor, eventId: string, filter: AttendanceFilter, page: PageArgs): Promise<AttendanceConnection> {
    await this.access.event(actor, eventId);
    if (filter.shiftId && !isUuid(filter.shiftId)) throw badInput({ shiftId: 'not-an-id' });
    const values = new Values();
    const conditions = [isOnShiftOf(values.add(eventId)), hasPlaceCondition];
    if (filter.shiftId) conditions.push(`u.shift_id = ${values.add(filter.shiftId)}::uuid`);
    const countConditions = conditions.join(' AND ');
    const countValues = [...values.list];
    const text = filter.text?.trim();
    if (text) {
      const part = values.add(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
      conditions.push(`(platform.fold(u.name) LIKE platform.fold(${part})
        OR platform.fold(u.group_name) LIKE platform.fold(${part}) OR u.phone LIKE ${part})`);
    }
    const [people, [counts]] = await Promise.all([
      keysetList<AttendanceRow>(this.db, {
        columns,
        from: source,
        conditions,
        values,
        by: { 'platform.fold(u.name)': 'text', 'u.id': 'uuid' },
        page,
      }),
      this.db.query<AttendanceCounts & Record<string, unknown>>(
        `SELECT coalesce(sum(1 + u.guests), 0)::integer AS places,
           coalesce(sum(1 + u.guests) FILTER (WHERE u.status = 'confirmed'), 0)::integer AS unmarked,
           coalesce(sum(1 + ${expectedGuests}) FILTER (WHERE u.status = 'checked_in'), 0)::integer AS "checkedIn",
           coalesce(sum(1 + ${expectedGuests}) FILTER (WHERE u.status = 'completed'), 0)::integer AS completed,
           coalesce(sum(CASE WHEN u.status = 'no_show' THEN 1 + u.guests
             WHEN u.status IN ('checked_in', 'completed') THEN cardinality(u.absent_guests) END), 0)::integer AS "noShows"
         FROM events.signup u WHERE ${countConditions}`,
        countValues,
      ),
    ]);
    return { ...withNodes(people, (one) => this.addDoorCode(one)), counts: counts! };
  }

  /** The caller must already have checked access. */
  async entries(ids: readonly string[], executor: Tx | Database = this.db): Promise<Map<string, AttendanceEntry>> {
    const entries = await executor.query<AttendanceRow & Record<string, unknown>>(
      `SELECT ${columns} FROM ${source} WHERE u.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(entries.map((entry) => [entry.id, this.addDoorCode(entry)]));
  }

  private addDoorCode(one: AttendanceRow): AttendanceEntry {
    return { ...one, doorCode: this.codes.doorCodeOf(one) };
  }
}
