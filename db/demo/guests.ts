import type { Tx } from '@upstander/platform';

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
  await tx.query(
    `WITH brought AS (
       UPDATE events.signup u SET guests = 2, guest_names = '{"Mateo","Lucía"}', takes_fewer = true
       FROM (
         SELECT DISTINCT ON (s.id) h.id FROM events.shift s JOIN events.signup h ON h.shift_id = s.id
         WHERE s.event_id = ANY ($1::uuid[]) AND s.capacity - s.taken >= 2 AND s.waiting = 0
           AND h.status = 'confirmed' AND h.proven_at IS NOT NULL
         ORDER BY s.id, h.created_at, h.id
       ) host WHERE u.id = host.id RETURNING u.shift_id
     )
     UPDATE events.shift s SET taken = taken + 2 FROM brought b WHERE s.id = b.shift_id`,
    [ids],
  );
  await tx.query(
    `UPDATE events.signup u SET guests = 3, guest_names = '{"Inés","Tomás"}'
     FROM (
       SELECT DISTINCT ON (w.shift_id) w.id FROM events.signup w JOIN events.shift s ON s.id = w.shift_id
       WHERE s.event_id = ANY ($1::uuid[]) AND w.status = 'waitlisted' ORDER BY w.shift_id, w.line_number
     ) family WHERE u.id = family.id`,
    [ids],
  );
  await tx.query(
    `WITH room AS (
       SELECT h.id, h.shift_id FROM events.shift s JOIN events.signup h ON h.shift_id = s.id
       WHERE s.event_id = ANY ($1::uuid[]) AND s.waiting = 0 AND coalesce(s.minimum_age, 0) < 18
         AND h.status = 'confirmed' AND h.proven_at IS NOT NULL AND h.guests = 0
       ORDER BY s.capacity - s.taken DESC, h.created_at, h.id LIMIT 1
     ), class AS (
       UPDATE events.signup u SET group_name = 'Lincoln High, class 8b', guests = $2, minor_guests = $3, guest_names = $4
       FROM room WHERE u.id = room.id
     )
     UPDATE events.shift s SET capacity = greatest(s.capacity, s.taken + $2 + 2), taken = s.taken + $2
     FROM room WHERE s.id = room.shift_id`,
    [
      ids,
      students + adults.length,
      students,
      [...named, ...Array<string>(students - named.length).fill(''), ...adults],
    ],
  );
}
