import type { Pool } from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { startApi, startChild, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { load } from './support/load.js';
import { manyEvents } from './support/many-events.js';
import { manyGifts } from './support/many-gifts.js';
import { manyOpportunities } from './support/many-opportunities.js';
import { median, medianRatio, report } from './support/report.js';

/**
 * What a visitor's phone asks for: five public pages of the built api in production mode, guards and limits on, beside raw
 * Node http + pg that writes the same bytes with template strings. Once every page made anew (PAGE_CACHE_SECONDS=0), once
 * as it runs, where a page that many ask for is kept for a second. `…_changing` is the page while places are taken and
 * freed every few milliseconds, so that hardly one is as the one before. All answer in turns; a ratio is the median over many
 * short rounds. `…_over_raw` compares requests per second, `…_cpu_over_raw` processor time each, which a machine that is
 * busy with something else disturbs less; 1 is as good as raw.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 11);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 1);
const connections = 16;
const event = '/events/care-kit-packing-1';

const database = await benchDatabase('pages');
const servers: Child[] = [];
try {
  await manyEvents(database.pool, { events: 200, shifts: 3, minutesApart: 60 });
  const fundraiser = `/fundraisers/${await manyGifts(database.pool, 1_000)}`;
  await manyOpportunities(database.pool, 1_000);
  const made = await startApi(database.url, { PAGE_CACHE_SECONDS: '0' });
  servers.push(made);
  const kept = await startApi(database.url);
  servers.push(kept);
  const raw = await startChild('tests/bench/support/raw-pages.mjs', {
    DATABASE_URL: database.url,
    API_PORT: String(made.port),
    EVENT_PATH: event,
    FUNDRAISER_PATH: fundraiser,
  });
  servers.push(raw);

  const kinds = [
    { name: 'events', path: '/events', server: made },
    { name: 'event', path: event, server: made },
    { name: 'home', path: '/', server: made },
    { name: 'fundraiser', path: fundraiser, server: made },
    { name: 'opportunities', path: '/opportunities', server: made },
    { name: 'events_changing', path: '/events', server: made, isChanging: true },
    { name: 'event_changing', path: event, server: made, isChanging: true },
    { name: 'home_changing', path: '/', server: made, isChanging: true },
    { name: 'events_repeated', path: '/events', server: kept },
  ];
  const rows: Array<Record<string, string | number>> = [];
  const ratios: Record<string, number> = {};
  for (const { name, path, server, isChanging = false } of kinds) {
    for (let i = 0; i < 3; i += 1) await sameBytes(path, server, raw);
    // By requests: a busy machine would leave the code cold within a time.
    for (const { port } of [server, raw]) await load({ port, path, connections, requests: 3_000 });
    const stop = isChanging ? signingUp(database.pool) : null;
    const ours = { rate: [] as number[], cpu: [] as number[] };
    const floor = { rate: [] as number[], cpu: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      for (const child of round % 2 ? [raw, server] : [server, raw]) {
        const figures = child === raw ? floor : ours;
        const before = await child.cpuSeconds();
        const result = await load({ port: child.port, path, connections, seconds });
        if (Object.keys(result.failures).length > 0) throw new Error(`${name}: ${JSON.stringify(result.failures)}`);
        figures.rate.push(result.perSecond);
        figures.cpu.push((((await child.cpuSeconds()) - before) * 1000) / result.requests);
      }
    }
    await stop?.();
    for (const [who, figures] of [
      ['raw', floor],
      ['api', ours],
    ] as const) {
      rows.push({
        page: name,
        server: who,
        'requests/s': Math.round(median(figures.rate)),
        'CPU ms each': Number(median(figures.cpu).toFixed(3)),
      });
    }
    ratios[`${name}_over_raw`] = medianRatio(ours.rate, floor.rate);
    ratios[`${name}_cpu_over_raw`] = medianRatio(floor.cpu, ours.cpu);
  }
  report('pages', rows, ratios);
} finally {
  for (const server of servers) await server.stop();
  await database.drop();
}

/** People sign up and cancel: of each of the first events one shift after the other. Answers how to end it. */
function signingUp(pool: Pool): () => Promise<void> {
  let isOver = false;
  const changes = async () => {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT s.id FROM events.shift s JOIN events.event e ON e.id = s.event_id
       WHERE e.starts_at > now() ORDER BY s.position, e.starts_at LIMIT 60`,
    );
    for (let n = 0; !isOver; n += 1) {
      await pool.query('UPDATE events.shift SET taken = (taken + 1) % capacity WHERE id = $1', [rows[n % 60]!.id]);
      await wait(2);
    }
  };
  const changed = changes();
  return async () => {
    isOver = true;
    await changed;
  };
}

/** Both must send the same page; only the key of a form is new each time. */
async function sameBytes(path: string, ours: Child, raw: Child): Promise<void> {
  const [a, b] = await Promise.all(
    [ours, raw].map(async ({ port }) => {
      const page = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-encoding': 'identity' } });
      return (await page.text()).replace(/name="key" value="[^"]*"/, '');
    }),
  );
  if (a === b) return;
  let at = 0;
  while (a![at] === b![at]) at += 1;
  throw new Error(`Not the same page ${path}: …${a!.slice(at, at + 80)}… beside …${b!.slice(at, at + 80)}…`);
}
