import type { Tx } from '@upstander/platform';
import { idOf } from './random.js';
import { shiftTables } from '@upstander/events';
import { updateShift } from './shifts.js';

/** Someone came without a phone to the first shift that is on, and was added at check-in without an email address. */
export async function insertWalkIn(tx: Tx, now: Date): Promise<void> {
  const [shift] = await tx.query<{ id: string; chapterId: string; taken: number; capacity: number; at: Date }>(
    `SELECT s.id, e.chapter_id AS "chapterId", s.taken, s.capacity, s.starts_at + interval '10 minutes' AS at
     FROM ${shiftTables}
     WHERE e.status = 'published' AND s.starts_at + interval '10 minutes' <= $1 AND s.ends_at > $1
     ORDER BY s.starts_at, s.position, s.id LIMIT 1`,
    [now],
  );
  if (!shift) return;
  const taken = shift.taken + 1;
  await updateShift(tx, shift.id, { taken, capacity: Math.max(shift.capacity, taken) });
  const id = idOf('volunteer', 'walk-in without an address');
  await tx.query(
    `INSERT INTO volunteers.volunteer (id, name, locale, met_at, active_at, created_at, updated_at)
     VALUES ($1, 'Dolores Rivas', 'es', $2, $2, $2, $2)`,
    [id, shift.at],
  );
  await tx.query(
    'SELECT volunteers.helped(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[NULL::integer], ARRAY[NULL::date], $3)',
    [id, shift.chapterId, shift.at],
  );
  await tx.query(
    `INSERT INTO events.signup (id, shift_id, volunteer_id, name, locale, status, during, told_status, born_by, created_at)
     SELECT $1, s.id, $2, 'Dolores Rivas', 'es', 'confirmed', tstzrange(s.starts_at, s.ends_at, '[)'), 'confirmed',
       (s.starts_at_local::date - interval '18 years')::date, $4
     FROM ${shiftTables} WHERE s.id = $3`,
    [idOf('signup', 'walk-in without an address'), id, shift.id, shift.at],
  );
}
