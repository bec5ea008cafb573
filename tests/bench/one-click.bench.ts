import { randomUUID } from 'node:crypto';
import { startApi, startChild, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { post, load } from './support/load.js';
import { manyEvents } from './support/many-events.js';
import { manyKnown } from './support/many-known.js';
import { median, medianRatio, percentile, report } from './support/report.js';

/**
 * Measures one-click sign-up by personal link: the whole API in production mode, compared with raw Node http + pg that
 * writes the same rows in one statement per request. Spread over a thousand shifts. Each person signs up once.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 4);
const people = Number(process.env['BENCH_PEOPLE'] ?? 400_000);
const connections = 64;
const shifts = 1_000;

const query = `mutation SignUpAgain($input: SignUpAgainInput!) {
  signUpAgain(input: $input) { signup { id status position } }
}`;

const database = await benchDatabase('one-click');
const servers: Child[] = [];
try {
  await database.pool.query('ALTER TABLE events.shift DROP CONSTRAINT shift_capacity_check');
  await manyEvents(database.pool, { events: shifts, shifts: 1, minutesApart: 60 });
  await database.pool.query('UPDATE events.shift SET capacity = 100000000');
  const { rows } = await database.pool.query<{ id: string }>('SELECT id FROM events.shift ORDER BY id');
  const volunteers = await manyKnown(database.pool, people);
  await database.pool.query('VACUUM ANALYZE volunteers.volunteer, events.signup');

  let n = 0;
  const next = () => {
    const person = volunteers[(n += 1)];
    if (!person) throw new Error('Everybody has signed up: raise BENCH_PEOPLE.');
    return { ...person, shiftId: rows[n % rows.length]!.id, idempotencyKey: randomUUID() };
  };
  const bodies = {
    api: () => {
      const { volunteerId: _, ...input } = next();
      return JSON.stringify({ query, variables: { input } });
    },
    raw: () => JSON.stringify({ variables: { input: next() } }),
  };
  const api = await startApi(database.url);
  const raw = await startChild('tests/bench/support/raw-one-click.mjs', { DATABASE_URL: database.url });
  servers.push(api, raw);
  const names = ['raw', 'api'] as const;
  const ports = { api: api.port, raw: raw.port };
  for (const name of names) {
    const answer = await post(ports[name], bodies[name]());
    if (!/"status":"CONFIRMED"/.test(answer)) throw new Error(`No place: ${answer}`);
    await load({ port: ports[name], connections, body: bodies[name], seconds: 2 });
  }
  const rates = { raw: [] as number[], api: [] as number[] };
  const late = { raw: [] as number[], api: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 ? [...names].reverse() : names) {
      const result = await load({ port: ports[name], connections, body: bodies[name], seconds });
      if (Object.keys(result.failures).length > 0) throw new Error(`${name}: ${JSON.stringify(result.failures)}`);
      rates[name].push(result.perSecond);
      late[name].push(percentile(result.latencies, 0.95));
    }
  }
  const { rows: counted } = await database.pool.query<{ wrong: number }>(
    `SELECT count(*)::int AS wrong FROM events.shift s WHERE s.taken <>
       (SELECT count(*) FROM events.signup u WHERE u.shift_id = s.id AND u.status = 'confirmed' AND u.proven_at IS NOT NULL)`,
  );
  if (counted[0]!.wrong > 0) throw new Error(`Wrong rows were written: ${JSON.stringify(counted[0])}`);
  report(
    'one-click',
    names.map((name) => ({
      server: name,
      'sign-ups/s': Math.round(median(rates[name])),
      'p95 ms': Number(median(late[name]).toFixed(1)),
    })),
    { one_click_over_raw: medianRatio(rates.api, rates.raw) },
  );
} finally {
  for (const server of servers) await server.stop();
  await database.drop();
}
