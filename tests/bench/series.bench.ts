import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startApi, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { load, post, type LoadResult } from './support/load.js';
import { manyEvents } from './support/many-events.js';
import { median, percentile, report } from './support/report.js';
import { signedInLines } from './support/signed-in.js';

/**
 * Creates series of a date per day and edits *this and following* on 500 dates with 5,000 sign-ups, while others sign up
 * elsewhere. Goals: the edit takes at most 3 s, the event loop is never blocked for more than 20 ms by a rule, and a month
 * of a chapter with 1,200 occurrences is read in at most 10 ms.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const dates = process.env['BENCH_SMALL'] ? 40 : 500;
const signupsPerDate = 10;
const zone = 'America/Los_Angeles';
const dayInMs = 86_400_000;

const dayText = (days: number) => new Date(Date.now() + days * dayInMs).toISOString().slice(0, 10);
const shiftsOf = (day: string, hour: string) => [
  { role: 'Packing', startsAtLocal: `${day}T${hour}:00`, endsAtLocal: `${day}T${hour}:45`, capacity: 12 },
];
const eventOf = (chapterId: string, day: string, hour = '09') => ({
  chapterId,
  title: 'Care kit packing',
  place: '12 Main St',
  timeZone: zone,
  startsAtLocal: `${day}T${hour}:00`,
  endsAtLocal: `${day}T${hour}:50`,
  shifts: shiftsOf(day, hour),
});

const database = await benchDatabase('series');
const folder = mkdtempSync(join(tmpdir(), 'series-'));
const lagFile = join(folder, 'lag.json');
let api: Child | undefined;
try {
  await manyEvents(database.pool, { events: 200, shifts: 3, minutesApart: 600 });
  const lines = await signedInLines(database.pool, 'alex@example.org', 'admin');
  const started = await startApi(database.url, {
    NODE_OPTIONS: '--import ./tests/bench/support/loop-lag.mjs',
    LOOP_LAG_FILE: lagFile,
  });
  api = started;
  const { port } = started;
  const ask = async (query: string, variables: object): Promise<Record<string, { id: string }>> => {
    const { data, errors } = JSON.parse(await post(port, JSON.stringify({ query, variables }), '/graphql', lines)) as {
      data: Record<string, { id: string }>;
      errors?: unknown;
    };
    if (errors) throw new Error(JSON.stringify(errors).slice(0, 500));
    return data;
  };
  /** Returns the longest block of the event loop since the last call. */
  const readLag = async (): Promise<number> => {
    rmSync(lagFile, { force: true });
    started.process.kill('SIGCONT');
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if (statSync(lagFile, { throwIfNoEntry: false })?.size) break;
      await wait(10);
    }
    return (JSON.parse(readFileSync(lagFile, 'utf8')) as { max: number }).max;
  };
  const chapterIds = (
    await database.pool.query<{ id: string }>('SELECT id FROM identity.chapter ORDER BY slug LIMIT 2')
  ).rows.map(({ id }) => id);
  const createSeries = async (chapterId: string, hour: string, count: number, extra = 0) => {
    const extraDates = Array.from({ length: extra }, (_, n) => `${dayText(n + 2)}T20:00`);
    const rule = `FREQ=DAILY;COUNT=${count}`;
    const input = { rule, extraDates, event: eventOf(chapterId, dayText(2), hour) };
    const { createSeries: series } = await ask(
      'mutation ($input: SeriesInput!) { createSeries(input: $input) { id } }',
      {
        input,
      },
    );
    return series!.id;
  };
  const publish = (id: string) => ask('mutation ($id: ID!) { publishSeries(id: $id) { id } }', { id });

  // Compiles what the measurements use.
  await publish(await createSeries(chapterIds[1]!, '06', 20));
  await readLag();
  const loopLag = { create: [] as number[], publish: [] as number[], edit: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const id = await createSeries(chapterIds[1]!, '07', Math.min(dates, 365));
    loopLag.create.push(await readLag());
    await publish(id);
    loopLag.publish.push(await readLag());
    await database.pool.query('DELETE FROM events.event WHERE series_id = $1', [id]);
  }

  const seriesId = await createSeries(chapterIds[0]!, '09', Math.min(dates, 365), Math.max(dates - 365, 0));
  await publish(seriesId);
  await signUpMany(seriesId);
  const { rows: elsewhere } = await database.pool.query<{ id: string }>(
    'SELECT s.id FROM events.shift s JOIN events.event e ON e.id = s.event_id WHERE e.series_id IS NULL ORDER BY s.id',
  );
  await database.pool.query('ALTER TABLE events.shift DROP CONSTRAINT shift_capacity_check');
  await database.pool.query(
    'UPDATE events.shift s SET capacity = 1000000 FROM events.event e WHERE e.id = s.event_id AND e.series_id IS NULL',
  );
  let n = 0;
  const signUp = () => {
    n += 1;
    const input = {
      shiftId: elsewhere[n % elsewhere.length]!.id,
      name: `Ben Cho ${n}`,
      email: `ben-${n}@example.org`,
      idempotencyKey: randomUUID(),
    };
    const query = 'mutation SignUp($input: SignUpInput!) { signUp(input: $input) { signup { id } } }';
    return JSON.stringify({ query, variables: { input } });
  };
  await load({ port, connections: 4, body: signUp, seconds: 1 });
  const calm = await load({ port, connections: 4, body: signUp, seconds: 2 });

  // The second date, so that the first one stays in the old series. Each round moves the dates back and forth.
  const edits: number[] = [];
  const during: LoadResult[] = [];
  let current = seriesId;
  for (let round = 0; round < rounds; round += 1) {
    const { rows } = await database.pool.query<{ id: string; at: string }>(
      `SELECT id, to_char(starts_at_local, 'YYYY-MM-DD"T"HH24:MI') AS at FROM events.event WHERE series_id = $1 AND status = 'published'
       ORDER BY original_local OFFSET 1 LIMIT 1`,
      [current],
    );
    const [date] = rows as [{ id: string; at: string }];
    const { rows: shifts } = await database.pool.query<{ id: string }>(
      'SELECT id FROM events.shift WHERE event_id = $1',
      [date.id],
    );
    const hour = date.at.slice(11, 13) === '09' ? '10' : '09';
    const day = date.at.slice(0, 10);
    const event = {
      ...eventOf(chapterIds[0]!, day, hour),
      shifts: shiftsOf(day, hour).map((one) => ({ ...one, id: shifts[0]!.id })),
    };
    const input = { scope: 'FOLLOWING', eventId: date.id, event };
    await readLag();
    const run = { done: false };
    const others = loadWhile(() => !run.done);
    await wait(200);
    const began = performance.now();
    const { updateSeries } = await ask(
      'mutation ($id: ID!, $input: SeriesEditInput!) { updateSeries(id: $id, input: $input) { id } }',
      { id: current, input },
    );
    edits.push(performance.now() - began);
    run.done = true;
    during.push(await others);
    loopLag.edit.push(await readLag());
    current = updateSeries!.id;
  }
  const { rows: moved } = await database.pool.query<{ dates: number; signups: number; mails: number }>(
    `SELECT count(DISTINCT e.id)::int AS dates, count(u.id)::int AS signups,
       (SELECT count(*) FROM notifications.mail WHERE template = 'series-changed')::int AS mails
     FROM events.event e JOIN events.shift s ON s.event_id = e.id JOIN events.signup u ON u.shift_id = s.id
     WHERE e.series_id = $1 AND e.status = 'published' AND u.during = tstzrange(s.starts_at, s.ends_at, '[)')`,
    [current],
  );
  const kept = dates - rounds;
  if (moved[0]!.dates !== kept || moved[0]!.signups !== kept * signupsPerDate)
    throw new Error(`Not moved with their dates: ${JSON.stringify(moved[0])} of ${kept}`);

  while ((await occurrenceCount()) < dates * 2.4)
    await publish(await createSeries(chapterIds[0]!, '14', Math.min(dates, 365)));
  await database.pool.query('VACUUM ANALYZE events.event, events.shift, events.signup');
  const month = JSON.stringify({
    query: `query ($filter: EventFilter, $first: Int) { manageEvents(filter: $filter, sort: STARTS_AT, first: $first) {
      edges { node { id slug title status startsAt endsAt timeZone online place chapter { id name } shifts { id capacity taken waiting } } }
      pageInfo { hasNextPage } } }`,
    variables: { filter: { from: dayText(30), to: dayText(65) }, first: 100 },
  });
  if (!(await post(port, month, '/graphql', lines)).includes('"hasNextPage"')) throw new Error('No month.');
  await load({ port, connections: 1, body: () => month, headers: () => lines, requests: 20 });
  const months = await load({ port, connections: 1, body: () => month, headers: () => lines, requests: 20 * rounds });

  report(
    'series',
    [
      { what: `create ${Math.min(dates, 365)} dates`, 'event loop, ms': Math.round(median(loopLag.create)) },
      { what: 'publish them', 'event loop, ms': Math.round(median(loopLag.publish)) },
      {
        what: `this and following, ${dates} dates, ${dates * signupsPerDate} sign-ups`,
        'event loop, ms': Math.round(median(loopLag.edit)),
        'p50 ms': Math.round(median(edits)),
      },
      { what: 'sign-ups elsewhere, before', ...latenciesOf(calm.latencies) },
      { what: 'sign-ups elsewhere, during the edit', ...latenciesOf(during.flatMap(({ latencies }) => latencies)) },
      { what: 'month of 1,200 occurrences', ...latenciesOf(months.latencies) },
    ],
    {
      following_ms: median(edits),
      create_lag_ms: median(loopLag.create),
      publish_lag_ms: median(loopLag.publish),
      month_p50_ms: percentile(months.latencies, 0.5),
      signups_during_over_before:
        percentile(
          during.flatMap(({ latencies }) => latencies),
          0.99,
        ) / percentile(calm.latencies, 0.99),
    },
  );

  async function loadWhile(isRunning: () => boolean): Promise<LoadResult> {
    const all: LoadResult = { requests: 0, seconds: 0, perSecond: 0, latencies: [], failures: {} };
    while (isRunning()) {
      const { latencies, failures } = await load({ port, connections: 4, body: signUp, seconds: 0.2 });
      if (Object.keys(failures).length > 0) throw new Error(`sign-ups: ${JSON.stringify(failures)}`);
      all.latencies.push(...latencies);
    }
    return all;
  }

  async function occurrenceCount(): Promise<number> {
    const { rows } = await database.pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM events.event WHERE chapter_id = $1 AND series_id IS NOT NULL',
      [chapterIds[0]],
    );
    return rows[0]!.count;
  }
} finally {
  await api?.stop();
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
}

function latenciesOf(latencies: readonly number[]): { 'p50 ms': number; 'p99 ms': number } {
  return {
    'p50 ms': Number(percentile(latencies, 0.5).toFixed(1)),
    'p99 ms': Number(percentile(latencies, 0.99).toFixed(1)),
  };
}

/** Gives each date its own volunteers. */
async function signUpMany(seriesId: string): Promise<void> {
  const { pool } = database;
  await pool.query(
    `INSERT INTO volunteers.volunteer (email, name, locale, proven_at)
     SELECT 'ana-' || n || '@example.org', 'Ana Reyes ' || n, 'en', now() FROM generate_series(1, $1::integer) n`,
    [dates * signupsPerDate],
  );
  await pool.query(
    `WITH person AS (
       SELECT id, name, row_number() OVER (ORDER BY id) - 1 AS n FROM volunteers.volunteer WHERE name LIKE 'Ana Reyes %'
     ), shift AS (
       SELECT s.id, s.starts_at, s.ends_at, row_number() OVER (ORDER BY s.id) - 1 AS n
       FROM events.shift s JOIN events.event e ON e.id = s.event_id WHERE e.series_id = $1
     )
     INSERT INTO events.signup (shift_id, volunteer_id, name, locale, status, during, proven_at, created_at)
     SELECT s.id, p.id, p.name, 'en', 'confirmed', tstzrange(s.starts_at, s.ends_at, '[)'), now(), now()
     FROM person p JOIN shift s ON s.n = p.n / $2::integer`,
    [seriesId, signupsPerDate],
  );
  await pool.query(
    `UPDATE events.shift s SET taken = $2 FROM events.event e WHERE e.id = s.event_id AND e.series_id = $1`,
    [seriesId, signupsPerDate],
  );
  await pool.query('VACUUM ANALYZE events.signup, events.shift, volunteers.volunteer');
}
