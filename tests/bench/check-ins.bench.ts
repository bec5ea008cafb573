import { randomUUID } from 'node:crypto';
import { startApi, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { post } from './support/load.js';
import { median, medianRatio, report } from './support/report.js';
import { signedInLines } from './support/signed-in.js';

/**
 * Syncs five thousand offline check-ins in batches as a phone does, compared with one plain statement that writes the
 * same rows. Goal: at most 3 s.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const people = Number(process.env['BENCH_PEOPLE'] ?? 5_000);
const batch = 500;

const query = `mutation ($marks: [AttendanceMarkInput!]!) { recordAttendance(marks: $marks) { __typename } }`;

const database = await benchDatabase('check-ins');
let api: Child | null = null;
try {
  const { pool } = database;
  await pool.query(`INSERT INTO volunteers.volunteer (email, name, proven_at)
    SELECT 'ana-' || n || '@example.org', 'Ana Reyes ' || n, now() FROM generate_series(1, ${people}) n`);
  await pool.query(`INSERT INTO identity.chapter (name, slug, time_zone, city) VALUES ('One', 'one', 'UTC', 'One')`);
  const lines = await signedInLines(pool, 'alex@example.org', 'admin');
  api = await startApi(database.url);
  const { port } = api;
  const [whole, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const ids = await signedUp();
    let began = performance.now();
    for (let from = 0; from < ids.length; from += batch) {
      const at = new Date().toISOString();
      const marks = ids
        .slice(from, from + batch)
        .map((signupId) => ({ id: randomUUID(), signupId, kind: 'CHECK_IN', at }));
      const answer = await post(port, JSON.stringify({ query, variables: { marks } }), '/graphql', lines);
      if (/"errors"/.test(answer)) throw new Error(answer.slice(0, 500));
    }
    whole.push((performance.now() - began) / 1000);
    const { rows } = await pool.query<{ there: number }>(
      `SELECT count(*)::int AS there FROM events.signup WHERE id = ANY ($1::uuid[]) AND status = 'checked_in'`,
      [ids],
    );
    if (rows[0]!.there !== people) throw new Error(`Only ${rows[0]!.there} are there.`);
    const others = await signedUp();
    began = performance.now();
    await pool.query(
      `UPDATE events.signup SET status = 'checked_in', checked_in_at = now() WHERE id = ANY ($1::uuid[])`,
      [others],
    );
    bare.push((performance.now() - began) / 1000);
  }
  report(
    'check-ins',
    [
      { what: `${people} check-ins synced`, seconds: Number(median(whole).toFixed(2)) },
      { what: 'one bare statement', seconds: Number(median(bare).toFixed(2)) },
    ],
    { seconds: median(whole), over_bare_statement: medianRatio(whole, bare) },
  );

  async function signedUp(): Promise<string[]> {
    await pool.query('TRUNCATE events.event CASCADE');
    const { rows } = await pool.query<{ id: string }>(
      `WITH event AS (
         INSERT INTO events.event (chapter_id, slug, title, place, time_zone, starts_at, ends_at, starts_at_local, ends_at_local,
           contact_name, status, published_at)
         SELECT id, 'packing', 'Packing', 'Main St', 'UTC', now() - interval '1 hour', now() + interval '3 hours',
           (now() - interval '1 hour') AT TIME ZONE 'UTC', (now() + interval '3 hours') AT TIME ZONE 'UTC', 'Rosa', 'published', now()
         FROM identity.chapter RETURNING *
       ) SELECT id FROM event`,
    );
    const shift = await pool.query<{ id: string }>(
      `INSERT INTO events.shift (event_id, role, starts_at_local, ends_at_local, starts_at, ends_at, capacity, taken)
       SELECT id, 'Packing', starts_at_local, ends_at_local, starts_at, ends_at, 10000, $2 FROM events.event WHERE id = $1
       RETURNING id`,
      [rows[0]!.id, people],
    );
    const made = await pool.query<{ id: string }>(
      `INSERT INTO events.signup (shift_id, volunteer_id, name, status, during, proven_at, created_at)
       SELECT s.id, v.id, v.name, 'confirmed', tstzrange(s.starts_at, s.ends_at, '[)'), now(), now()
       FROM events.shift s, volunteers.volunteer v WHERE s.id = $1 RETURNING id`,
      [shift.rows[0]!.id],
    );
    await pool.query('ANALYZE events.signup');
    return made.rows.map(({ id }) => id);
  }
} finally {
  await api?.stop();
  await database.drop();
}
