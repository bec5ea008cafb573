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
 * Compares five public pages of the production build (guards and limits on) with raw Node http + pg that sends the same
 * number of bytes. `PAGE_CACHE_SECONDS=0` renders every page; `…_repeated` uses the default page cache of one second.
 * `…_changing` is a page while places are taken and freed every few milliseconds, so that few renderings can be reused.
 * The servers take turns; a ratio is the median over many short rounds. `…_over_raw` compares requests per second,
 * `…_cpu_over_raw` processor time per request, which other load on the machine disturbs less. 1 equals raw.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 11);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 1);
const warmUp = Number(process.env['BENCH_WARM_UP'] ?? 3_000);
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
  const cachedServer = await startApi(database.url);
  servers.push(cachedServer);
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
    { name: 'events_repeated', path: '/events', server: cachedServer },
  ];
  const rows: Array<Record<string, string | number>> = [];
  const ratios: Record<string, number> = {};
  for (const { name, path, server, isChanging = false } of kinds) {
    await assertSameSize(path, server, raw);
    // Counted in requests: on a busy machine, a fixed time would not warm up the code.
    for (const { port } of [server, raw]) await load({ port, path, connections, requests: warmUp });
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

/** Signs people up and cancels, one shift of each of the first events after the other. Returns a function that stops it. */
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

async function assertSameSize(path: string, ours: Child, raw: Child): Promise<void> {
  const sizes = await Promise.all(
    [ours, raw].map(async ({ port }) => {
      const page = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-encoding': 'identity' } });
      if (!page.ok) throw new Error(`${path}: ${page.status}`);
      return (await page.arrayBuffer()).byteLength;
    }),
  );
  const [ourSize, rawSize] = sizes as [number, number];
  if (Math.abs(ourSize - rawSize) > ourSize / 50) throw new Error(`${path}: ${ourSize} bytes, raw ${rawSize} bytes`);
}
