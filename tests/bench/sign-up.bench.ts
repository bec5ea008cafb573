import { randomUUID } from 'node:crypto';
import { startApi, startChild, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { post, load } from './support/load.js';
import { manyEvents } from './support/many-events.js';
import { median, medianRatio, percentile, report } from './support/report.js';

/**
 * Measures sign-up: the whole API in production mode, compared with raw Node http + pg that writes the same rows in one
 * statement per request, on a durable PostgreSQL. Once spread over a thousand shifts, once on a single one.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 4);
const connections = 64;
const shifts = 1_000;

const query = `mutation SignUp($input: SignUpInput!) { signUp(input: $input) { signup { id status position } } }`;

const database = await benchDatabase('sign-up');
const servers: Child[] = [];
try {
  const { rows: durable } = await database.pool.query<{ fsync: string; synchronous_commit: string }>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit`,
  );
  if (durable[0]?.fsync !== 'on' || durable[0].synchronous_commit !== 'on') {
    throw new Error('This bench needs a durable PostgreSQL: fsync and synchronous_commit on.');
  }
  // Enough places for everyone, so that both always write the same rows.
  await database.pool.query('ALTER TABLE events.shift DROP CONSTRAINT shift_capacity_check');
  await manyEvents(database.pool, { events: shifts + 1, shifts: 1, minutesApart: 60 });
  await database.pool.query('UPDATE events.shift SET capacity = 100000000');
  const { rows } = await database.pool.query<{ id: string }>('SELECT id FROM events.shift ORDER BY id');
  const ids = rows.map(({ id }) => id);
  const hot = ids.pop()!;

  let n = 0;
  const to = (shiftId: () => string) => () => {
    n += 1;
    const input = {
      shiftId: shiftId(),
      name: `Ana Reyes ${n}`,
      email: `ana-${n}@example.org`,
      idempotencyKey: randomUUID(),
    };
    return JSON.stringify({ query, variables: { input } });
  };
  const bodies = { spread: to(() => ids[n % ids.length]!), hot: to(() => hot) };

  const api = await startApi(database.url);
  const raw = await startChild('tests/bench/support/raw-sign-up.mjs', { DATABASE_URL: database.url });
  servers.push(api, raw);
  for (const { port } of servers) {
    const answer = await post(port, bodies.spread());
    if (!/"status":"CONFIRMED"/.test(answer)) throw new Error(`No place: ${answer}`);
    await load({ port, connections, body: bodies.spread, seconds: 2 });
  }

  const kinds = ['spread', 'hot'] as const;
  const names = ['raw', 'api'] as const;
  const rates = {
    spread: { raw: [] as number[], api: [] as number[] },
    hot: { raw: [] as number[], api: [] as number[] },
  };
  const late = {
    spread: { raw: [] as number[], api: [] as number[] },
    hot: { raw: [] as number[], api: [] as number[] },
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds) {
      for (const name of round % 2 ? [...names].reverse() : names) {
        const { port } = name === 'api' ? api : raw;
        const result = await load({ port, connections, body: bodies[kind], seconds });
        if (Object.keys(result.failures).length > 0) throw new Error(`${name}: ${JSON.stringify(result.failures)}`);
        rates[kind][name].push(result.perSecond);
        late[kind][name].push(percentile(result.latencies, 0.95));
      }
    }
  }

  const { rows: counted } = await database.pool.query<{ wrong: number; signups: number; mails: number }>(
    `SELECT (SELECT count(*) FROM events.shift s
       WHERE s.taken <> (SELECT count(*) FROM events.signup u WHERE u.shift_id = s.id))::int AS wrong,
     (SELECT count(*) FROM events.signup)::int AS signups, (SELECT count(*) FROM notifications.mail)::int AS mails`,
  );
  const { wrong, signups, mails } = counted[0]!;
  if (wrong > 0 || signups !== mails) throw new Error(`Wrong rows were written: ${JSON.stringify(counted[0])}`);

  report(
    'sign-up',
    kinds.flatMap((kind) =>
      names.map((name) => ({
        shifts: kind === 'hot' ? 1 : shifts,
        server: name,
        'sign-ups/s': Math.round(median(rates[kind][name])),
        'p95 ms': Number(median(late[kind][name]).toFixed(1)),
      })),
    ),
    {
      spread_over_raw: medianRatio(rates.spread.api, rates.spread.raw),
      hot_over_raw: medianRatio(rates.hot.api, rates.hot.raw),
    },
  );
} finally {
  for (const server of servers) await server.stop();
  await database.drop();
}
