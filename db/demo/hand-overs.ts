import type { Tx } from '@upstander/platform';
import { shiftTables } from '@upstander/events';

/** On full shifts the places go to the waitlist, on others to a friend who has not answered yet. */
export async function handOverPlaces(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `UPDATE events.signup o SET taken_over_from = g.id
     FROM events.signup g
     WHERE o.status = 'offered' AND g.shift_id = o.shift_id AND g.status = 'cancelled' AND g.line_number IS NULL`,
  );
  await tx.query(
    `INSERT INTO events.hand_over (id, signup_id, shift_id, name, email, created_at, expires_at)
     SELECT md5('hand-over' || u.id)::uuid, u.id, u.shift_id, 'Beto Marín', 'beto.marin@demo.example',
       $1::timestamptz - interval '2 hours', least($1::timestamptz + interval '70 hours', s.starts_at)
     FROM ${shiftTables} CROSS JOIN LATERAL (
       SELECT u.id, u.shift_id FROM events.signup u
       WHERE u.shift_id = s.id AND u.status = 'confirmed' AND u.proven_at IS NOT NULL ORDER BY u.created_at, u.id LIMIT 1
     ) u
     WHERE s.starts_at > $1::timestamptz + interval '1 day' ORDER BY s.starts_at, s.id LIMIT 3`,
    [now],
  );
}
