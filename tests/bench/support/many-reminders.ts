import type pg from 'pg';
import { manyEvents } from './many-events.js';

/**
 * Inserts shifts with thirty confirmed volunteers each, in both languages, whose day-before reminder is not due yet.
 */
export async function manyReminders(pool: pg.Pool, people: number): Promise<void> {
  const signupsPerShift = 30;
  await manyEvents(pool, { events: Math.ceil(people / signupsPerShift), shifts: 1, minutesApart: 60 });
  await pool.query('UPDATE events.shift SET capacity = $1', [signupsPerShift]);
  await pool.query(
    `INSERT INTO volunteers.volunteer (email, name, locale, proven_at)
     SELECT 'person-' || n || '@example.org', 'Ana Reyes ' || n, CASE WHEN n % 3 = 0 THEN 'es' ELSE 'en' END, now()
     FROM generate_series(1, $1::integer) n`,
    [people],
  );
  await pool.query(
    `WITH numbered AS (SELECT *, row_number() OVER (ORDER BY id) - 1 AS n FROM volunteers.volunteer),
       shift AS (SELECT *, row_number() OVER (ORDER BY id) - 1 AS n FROM events.shift)
     INSERT INTO events.signup (shift_id, volunteer_id, name, locale, status, during, proven_at, created_at)
     SELECT shift.id, v.id, v.name, v.locale, 'confirmed', tstzrange(shift.starts_at, shift.ends_at, '[)'), now(), now()
     FROM numbered v JOIN shift ON shift.n = v.n / $1`,
    [signupsPerShift],
  );
  await pool.query('UPDATE events.shift s SET taken = (SELECT count(*) FROM events.signup WHERE shift_id = s.id)');
  await pool.query(
    `INSERT INTO events.shift_due (shift_id, kind, due_at, until, done_at)
     SELECT id, 'day-before', now(), starts_at, now() FROM events.shift`,
  );
  await pool.query('VACUUM ANALYZE');
}

/** Makes every reminder due again. The time is part of an email's key, so each is a new email. */
export async function reminderDue(pool: pg.Pool): Promise<void> {
  await pool.query(`UPDATE events.shift_due SET done_at = NULL, due_at = now() - interval '1 second'`);
}
