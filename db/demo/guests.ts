import type { Tx } from '@upstander/platform';
import { signupsOnShifts } from '@upstander/events';
import { updateShift } from './shifts.js';

/** The class has 30 people with its contact. Minors come first among the names of guests. */
const students = 27;
const named = [
  'Aaliyah Brooks',
  'Diego Fuentes',
  'Mei Chen',
  'Noah Kim',
  'Sofía Herrera',
  'Malik Johnson',
  'Priya Nair',
  'Emma Larsen',
  'Omar Haddad',
  'Luz Ramírez',
];
const adults = ['Helen Park', 'David Ochoa'];

/**
 * On shifts with room, one volunteer brings two guests and would accept fewer, and one is the contact of a class whose
 * members, most of them minors, are partly named; on a full shift, a family waits for enough places for all of them.
 */
export async function insertGuests(tx: Tx, now: Date): Promise<void> {
  const events = await tx.query<{ id: string }>(
    `UPDATE events.event e SET max_guests = 3
     FROM (
       SELECT l.id FROM events.event l
       WHERE l.status = 'published' AND NOT l.online AND NOT l.with_minors AND l.starts_at > $1 ORDER BY l.starts_at, l.id LIMIT 6
     ) o WHERE e.id = o.id RETURNING e.id`,
    [now],
  );
  const ids = events.map(({ id }) => id);
  const hosts = await tx.query<{ shiftId: string; taken: number }>(
    `UPDATE events.signup h SET guests = 2, guest_names = '{"Mateo","Lucía"}', takes_fewer = true
     FROM (
       SELECT DISTINCT ON (s.id) u.id, s.id AS shift_id, s.taken FROM ${signupsOnShifts}
       WHERE s.event_id = ANY ($1::uuid[]) AND s.capacity - s.taken >= 2 AND s.waiting = 0
         AND u.status = 'confirmed' AND u.proven_at IS NOT NULL
       ORDER BY s.id, u.created_at, u.id
     ) first WHERE h.id = first.id RETURNING first.shift_id AS "shiftId", first.taken`,
    [ids],
  );
  for (const { shiftId, taken } of hosts) await updateShift(tx, shiftId, { taken: taken + 2 });
  await tx.query(
    `UPDATE events.signup SET guests = 3, guest_names = '{"Inés","Tomás"}'
     WHERE id IN (
       SELECT DISTINCT ON (u.shift_id) u.id FROM ${signupsOnShifts}
       WHERE s.event_id = ANY ($1::uuid[]) AND u.status = 'waitlisted' ORDER BY u.shift_id, u.line_number
     )`,
    [ids],
  );
  const guests = students + adults.length;
  const [room] = await tx.query<{ shiftId: string; taken: number; capacity: number }>(
    `UPDATE events.signup c SET group_name = 'Lincoln High, class 8b', guests = $2, minor_guests = $3, guest_names = $4
     FROM (
       SELECT u.id, s.id AS shift_id, s.taken, s.capacity FROM ${signupsOnShifts}
       WHERE s.event_id = ANY ($1::uuid[]) AND s.waiting = 0 AND coalesce(s.minimum_age, 0) < 18
         AND u.status = 'confirmed' AND u.proven_at IS NOT NULL AND u.guests = 0
       ORDER BY s.capacity - s.taken DESC, u.created_at, u.id LIMIT 1
     ) room WHERE c.id = room.id RETURNING room.shift_id AS "shiftId", room.taken, room.capacity`,
    [ids, guests, students, [...named, ...Array<string>(students - named.length).fill(''), ...adults]],
  );
  if (!room) return;
  const taken = room.taken + guests;
  await updateShift(tx, room.shiftId, { taken, capacity: Math.max(room.capacity, taken + 2) });
}
