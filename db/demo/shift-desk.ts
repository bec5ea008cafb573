import type { Tx } from '@upstander/platform';
import { shiftTables } from '@upstander/events';
import { updateShift } from './shifts.js';
import { joinVolunteer } from '@upstander/volunteers';

/** Appoints leads for the next shifts, and asks volunteers about shifts with open spots; one reserves spots for them. */
export async function insertShiftDesk(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO events.shift_lead (id, signup_id, shift_id, appointed_at)
     SELECT md5('shift-lead' || u.id)::uuid, u.id, u.shift_id, $1::timestamptz - interval '1 day'
     FROM ${shiftTables} CROSS JOIN LATERAL (
       SELECT u.id, u.shift_id FROM events.signup u ${joinVolunteer('u')}
       WHERE u.shift_id = s.id AND u.status IN ('confirmed', 'checked_in') AND u.proven_at IS NOT NULL
         AND v.birth_year < extract(year FROM $1::timestamptz) - 21
       ORDER BY u.created_at, u.id LIMIT 1
     ) u
     WHERE s.ends_at > $1 ORDER BY s.starts_at, s.id LIMIT 3`,
    [now],
  );
  await tx.query(
    `INSERT INTO events.shift_request (id, shift_id, volunteer_id, asked_by, asked_at, declined_at)
     SELECT md5('shift-request' || s.id || v.id)::uuid, s.id, v.id, a.id, $1::timestamptz - interval '5 hours',
       CASE WHEN v.nth = 1 THEN $1::timestamptz - interval '3 hours' END
     FROM (
       SELECT s.id, s.chapter_id, s.starts_at, s.ends_at FROM ${shiftTables}
       WHERE s.is_open AND NOT s.is_full AND s.starts_at > $1::timestamptz + interval '1 day' ORDER BY s.starts_at, s.id LIMIT 2
     ) s CROSS JOIN LATERAL (
       SELECT v.id, row_number() OVER (ORDER BY m.active_at DESC, v.id) AS nth
       FROM volunteers.membership m ${joinVolunteer('m')}
       WHERE m.chapter_id = s.chapter_id AND v.proven_at IS NOT NULL AND v.messages_stopped_at IS NULL
         AND v.merged_into IS NULL AND v.erased_at IS NULL AND NOT EXISTS (
           SELECT FROM events.signup u WHERE u.volunteer_id = v.id AND u.during && tstzrange(s.starts_at, s.ends_at, '[)'))
       ORDER BY m.active_at DESC, v.id LIMIT 4
     ) v CROSS JOIN LATERAL (
       SELECT g.account_id AS id FROM identity."grant" g WHERE g.role = 'organizer' AND g.chapter_id = s.chapter_id
       ORDER BY g.account_id LIMIT 1
     ) a
     ON CONFLICT DO NOTHING`,
    [now],
  );
  const [shift] = await tx.query<{ id: string; taken: number; spots: number }>(
    `SELECT s.id, s.taken, least(s.capacity - s.taken, 3) AS spots FROM ${shiftTables}
     WHERE s.waiting = 0 AND EXISTS (SELECT FROM events.shift_request q WHERE q.shift_id = s.id)
     ORDER BY s.starts_at, s.id LIMIT 1`,
  );
  if (!shift) return;
  const reservedUntil = new Date(now.valueOf() + 19 * 3_600_000);
  await updateShift(tx, shift.id, { reserved: shift.spots, taken: shift.taken + shift.spots, reservedUntil });
}
