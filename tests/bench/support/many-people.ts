import type pg from 'pg';
import { manyEvents } from './many-events.js';

/** Inserts one event whose only shift has this many confirmed volunteers, in both languages. */
export async function manyPeople(pool: pg.Pool, people: number): Promise<void> {
  await manyEvents(pool, { events: 1, shifts: 1, minutesApart: 60 });
  await pool.query('ALTER TABLE events.shift DROP CONSTRAINT shift_capacity_check');
  await pool.query('UPDATE events.shift SET capacity = $1, taken = $1', [people]);
  await pool.query(
    `WITH person AS (
       INSERT INTO volunteers.volunteer (email, name, locale, proven_at)
       SELECT 'ana-' || n || '@example.org', 'Ana Reyes ' || n, CASE WHEN n % 3 = 0 THEN 'es' ELSE 'en' END, now()
       FROM generate_series(1, $1::integer) n RETURNING id, name, locale
     )
     INSERT INTO events.signup (shift_id, volunteer_id, name, locale, status, during, proven_at, created_at)
     SELECT s.id, p.id, p.name, p.locale, 'confirmed', tstzrange(s.starts_at, s.ends_at, '[)'), now(), now()
     FROM person p, events.shift s`,
    [people],
  );
  await pool.query('VACUUM ANALYZE events.signup, volunteers.volunteer');
}
