import { startNextMessage } from '@upstander/events';
import { benchDatabase } from './support/database.js';
import { manyEvents } from './support/many-events.js';
import { median, report } from './support/report.js';

/**
 * Starts a message to the people of one event: one statement records the result of each person and queues the emails.
 * Goal: 20,000 people a second, on a durable PostgreSQL.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const people = Number(process.env['BENCH_PEOPLE'] ?? 20_000);

const database = await benchDatabase('event-messages');
try {
  const { pool } = database;
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
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await pool.query('TRUNCATE events.event_message, events.event_message_recipient, notifications.mail');
    await pool.query(
      `INSERT INTO events.event_message (event_id, audience, subject, body, created_at, send_at)
       SELECT id, 'everyone', 'Storm', 'We start an hour later.', now(), now() FROM events.event`,
    );
    const began = performance.now();
    const { rows } = await pool.query<{ mails: number }>(startNextMessage, [new Date()]);
    seconds.push((performance.now() - began) / 1000);
    if (rows[0]?.mails !== people) throw new Error(`${rows[0]?.mails} of ${people} emails were queued.`);
  }
  const perSecond = people / median(seconds);
  report(
    'event-messages',
    [{ people, 'ms for all': Math.round(median(seconds) * 1000), 'people/s': Math.round(perSecond) }],
    { people_per_second: perSecond },
  );
} finally {
  await database.drop();
}
