import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import {
  badInput,
  selectList,
  Database,
  isUuid,
  keysetList,
  notFound,
  Values,
  type Tx,
  type PageArgs,
  type SortKey,
} from '@upstander/platform';
import { minutesGiven } from '../attendance/event-hours.service.js';
import { isFirstTime, isLead, isMinor } from '../safeguarding/safeguarding-columns.js';
import { waitlistPosition } from '../signups/locked-signup.js';
import { Signup } from '../signups/signup.entity.js';
import { RosterAccess } from '../signups/roster-access.js';
import { RosterOrder, type RosterConnection, type RosterEntry, type RosterFilter } from './roster-entry.js';
import { isOnShiftOf, signupTables } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

/** An unconfirmed address may be anyone's, and must not lead to the record of its owner. */
const volunteerId = `CASE WHEN (u.proven_at IS NOT NULL OR v.email IS NULL) AND v.merged_into IS NULL AND EXISTS (
    SELECT FROM volunteers.membership m WHERE m.volunteer_id = v.id AND m.chapter_id = e.chapter_id
  ) THEN v.id END`;
const columns = `u.id, u.name, v.email, ${volunteerId} AS "volunteerId", u.phone, u.locale, u.status, ${waitlistPosition} AS position,
  u.proven_at IS NOT NULL AS "addressConfirmed",
  (SELECT g.name FROM events.signup g WHERE g.id = u.taken_over_from) AS "takenOverFromName",
  CASE WHEN u.status = 'offered' THEN u.offer_expires_at END AS "offerExpiresAt",
  ${selectList(Signup, 'u', ['createdAt', 'overlapReason', 'shiftId', 'earlyReason', 'checkedInAt', 'checkedOutAt', 'guests', 'guestNames', 'groupName', 'minorGuests', 'absentGuests'])},
  CASE WHEN u.status = 'completed' THEN coalesce(
    (SELECT h.minutes FROM volunteers.hours h WHERE h.signup_id = u.id AND h.status <> 'rejected'), ${minutesGiven}) END AS minutes,
  EXISTS (SELECT FROM events.shift_lead l
    WHERE l.signup_id = u.id AND l.shift_id = u.shift_id AND l.ended_at IS NULL) AS "leadsShift",
  CASE WHEN u.checked_in_at IS NOT NULL THEN (
    SELECT g.name FROM events.attendance_mark m JOIN events.shift_lead l ON l.id = m.made_by_lead
      JOIN events.signup g ON g.id = l.signup_id
    WHERE m.signup_id = u.id AND m.kind = 'check_in' AND m.undone_at IS NULL ORDER BY m.at, m.id LIMIT 1
  ) END AS "checkedInByLead",
  ${isMinor} AS "isMinor", u.proven_at IS NOT NULL AND ${isLead} AS "isLead", u.proven_at IS NULL OR ${isFirstTime} AS "isFirstTime"`;
const source = `${signupTables} ${joinVolunteer('u')}`;

const byId: SortKey = { sql: 'u.id', type: 'uuid' };
const byName: SortKey[] = [{ sql: 'platform.fold(u.name)', type: 'text' }, byId];
const bySignup: SortKey[] = [{ sql: 'u.created_at', type: 'timestamptz' }, byId];
const sortKeys: Record<RosterOrder, SortKey[]> = {
  signed_up: bySignup,
  newest: bySignup,
  name: byName,
  shift: [{ sql: 's.starts_at', type: 'timestamptz' }, { sql: 's.id', type: 'uuid' }, ...byName],
  arrived: [{ sql: `coalesce(u.checked_in_at, '9999-12-31T00:00:00Z')`, type: 'timestamptz' }, ...byName],
};

function conditionsOf(eventId: string, filter: RosterFilter, values: Values): string[] {
  const conditions = [isOnShiftOf(values.add(eventId)), 'u.repeat_of IS NULL'];
  if (filter.shiftId && !isUuid(filter.shiftId)) throw badInput({ 'filter.shiftId': 'not-an-id' });
  if (filter.shiftId) conditions.push(`u.shift_id = ${values.add(filter.shiftId)}::uuid`);
  if (filter.status) conditions.push(`u.status = ANY (${values.add(filter.status)}::text[])`);
  if (typeof filter.addressConfirmed === 'boolean') {
    conditions.push(`u.proven_at IS ${filter.addressConfirmed ? 'NOT NULL' : 'NULL'}`);
  }
  const text = filter.text?.trim();
  if (text) {
    const part = values.add(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(
      `(platform.fold(u.name) LIKE platform.fold(${part}) OR platform.fold(u.group_name) LIKE platform.fold(${part})
        OR v.email::text ILIKE ${part} OR u.phone LIKE ${part})`,
    );
  }
  return conditions;
}

@Injectable()
export class RosterReads {
  constructor(
    private readonly db: Database,
    private readonly access: RosterAccess,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async page(
    actor: Actor,
    eventId: string,
    { filter, order, page }: { filter: RosterFilter; order: RosterOrder; page: PageArgs },
  ): Promise<RosterConnection> {
    await this.access.event(actor, eventId);
    const values = new Values();
    return keysetList<RosterEntry>(this.db, {
      columns,
      from: source,
      conditions: conditionsOf(eventId, filter, values),
      values,
      by: sortKeys[order],
      direction: order === RosterOrder.NEWEST ? 'DESC' : 'ASC',
      page,
    });
  }

  /** The caller must already have checked access. */
  async entry(id: string, executor: Tx | Database = this.db): Promise<RosterEntry> {
    const [row] = await executor.query<RosterEntry & Record<string, unknown>>(
      `SELECT ${columns} FROM ${source} WHERE u.id = $1`,
      [id],
    );
    if (!row) throw notFound('This sign-up');
    return row;
  }
}
