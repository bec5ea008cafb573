import type { Tx } from '@upstander/platform';
import { chapters } from './chapters.js';
import { shiftTables } from '@upstander/events';
import { updateShift } from './shifts.js';

/** One event opens in stages; one with minors has too few adults and no lead. */
export async function insertEligibilityRules(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `UPDATE volunteers.membership m SET standing = CASE WHEN EXISTS (
         SELECT FROM volunteers.tag t
         WHERE t.volunteer_id = m.volunteer_id AND t.chapter_id = m.chapter_id AND t.name = 'lead'
       ) THEN 'lead' WHEN get_byte(uuid_send(m.volunteer_id), 0) < 40 THEN 'member' ELSE 'volunteer' END
     WHERE m.helped`,
  );
  const la = chapters.la.id;
  await tx.query(
    `UPDATE events.event e SET opens_at_local = o.everybody, opens_at = o.everybody AT TIME ZONE e.time_zone,
       opens_to_members_at_local = o.members, opens_to_members_at = o.members AT TIME ZONE e.time_zone
     FROM (
       SELECT l.id, date_trunc('day', l.starts_at_local) - interval '7 days' + interval '9 hours' AS everybody,
         date_trunc('day', l.starts_at_local) - interval '10 days' + interval '9 hours' AS members
       FROM events.event l WHERE l.chapter_id = $1 AND l.status = 'published' ORDER BY l.starts_at DESC, l.id LIMIT 1
     ) o WHERE e.id = o.id`,
    [la],
  );
  const [shift] = await tx.query<{ id: string; eventId: string }>(
    `SELECT s.id, s.event_id AS "eventId" FROM ${shiftTables}
     WHERE e.chapter_id = $1 AND e.status = 'published' AND NOT e.online AND s.taken > 2
       AND e.starts_at > $2::timestamptz + interval '1 day'
     ORDER BY s.starts_at, s.id LIMIT 1`,
    [la, now],
  );
  if (!shift) return;
  await tx.query('UPDATE events.event SET with_minors = true WHERE id = $1', [shift.eventId]);
  await updateShift(tx, shift.id, { needsLead: true, maxFirstTimers: 6 });
  await tx.query(
    `UPDATE volunteers.volunteer v SET birth_year = extract(year FROM $2::timestamptz)::integer - CASE p.nth WHEN 1 THEN 41 ELSE 16 END
     FROM (
       SELECT u.volunteer_id AS id, row_number() OVER (ORDER BY u.created_at, u.id) AS nth FROM events.signup u
       WHERE u.shift_id = $1 AND u.status = 'confirmed' AND u.proven_at IS NOT NULL
     ) p WHERE v.id = p.id AND p.nth <= 2`,
    [shift.id, now],
  );
}
