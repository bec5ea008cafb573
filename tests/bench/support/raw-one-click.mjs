import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * The baseline of the one-click bench: Node's own http and pg. Writes the rows of a known volunteer's sign-up (place,
 * sign-up, chapter membership, email) in one prepared statement per request, without rules or guards.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const text = `
  WITH place AS (
    UPDATE events.shift SET taken = taken + 1 WHERE id = $1 AND taken < capacity RETURNING id, chapter_id, starts_at, ends_at
  ), person AS (
    UPDATE volunteers.volunteer SET active_at = $3 WHERE id = $2 RETURNING id, email, name, locale, sort_name
  ), signup AS (
    INSERT INTO events.signup (shift_id, volunteer_id, name, locale, status, during, proven_at, idempotency_key, input_hash,
      told_status, created_at)
    SELECT place.id, person.id, person.name, person.locale, 'confirmed', tstzrange(place.starts_at, place.ends_at, '[)'), $3, $4,
      $5, 'confirmed', $3
    FROM place, person RETURNING id
  ), known AS (
    INSERT INTO volunteers.membership (volunteer_id, chapter_id, helped, sort_name, active_at, since)
    SELECT person.id, place.chapter_id, true, person.sort_name, $3, $3 FROM place, person
    ON CONFLICT (volunteer_id, chapter_id) DO UPDATE SET active_at = excluded.active_at
  ), mail AS (
    INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
    SELECT 'signup-confirm/' || signup.id, 'signup-confirm', signup.id, person.email, person.locale, $3 FROM signup, person
  )
  SELECT id FROM signup`;

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { input } = JSON.parse(Buffer.concat(chunks).toString('utf8')).variables;
    const { shiftId, volunteerId, idempotencyKey } = input;
    const hash = createHash('sha256').update(JSON.stringify(input)).digest();
    const values = [shiftId, volunteerId, new Date(), idempotencyKey, hash];
    const { rows } = await pool.query({ name: 'one-click', text, values });
    const signup = { id: rows[0].id, status: 'CONFIRMED', position: null };
    const body = JSON.stringify({ data: { signUpAgain: { signup } } });
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
