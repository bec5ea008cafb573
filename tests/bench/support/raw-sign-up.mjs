import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * The baseline of the sign-up bench: Node's own http and pg. Writes the rows of a sign-up (volunteer, place, sign-up,
 * email) in one prepared statement per request, without rules, guards or GraphQL.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const text = `
  WITH person AS (
    INSERT INTO volunteers.volunteer (email, name, phone, locale) VALUES ($2, $3, $4, $5)
    ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id
  ), place AS (
    UPDATE events.shift SET taken = taken + 1 WHERE id = $1 AND taken < capacity RETURNING id, starts_at, ends_at
  ), signup AS (
    INSERT INTO events.signup (shift_id, volunteer_id, name, phone, locale, status, during, expires_at, idempotency_key,
      input_hash, told_status, created_at)
    SELECT place.id, person.id, $3, $4, $5, 'confirmed', tstzrange(place.starts_at, place.ends_at, '[)'),
      least($6::timestamptz + interval '24 hours', place.starts_at), $7, $8, 'confirmed', $6
    FROM place, person RETURNING id
  ), mail AS (
    INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
    SELECT 'signup-confirm/' || signup.id, 'signup-confirm', signup.id, $2, $5, $6 FROM signup
  )
  SELECT id FROM signup`;

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { input } = JSON.parse(Buffer.concat(chunks).toString('utf8')).variables;
    const { shiftId, email, name, phone = null, idempotencyKey } = input;
    const hash = createHash('sha256').update(JSON.stringify(input)).digest();
    const values = [shiftId, email, name, phone, 'en', new Date(), idempotencyKey, hash];
    const { rows } = await pool.query({ name: 'sign-up', text, values });
    const signup = { id: rows[0].id, status: 'CONFIRMED', position: null };
    const body = JSON.stringify({ data: { signUp: { signup } } });
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
