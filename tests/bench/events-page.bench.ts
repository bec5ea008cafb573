import { startApi, startChild, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { post, load } from './support/load.js';
import { manyEvents } from './support/many-events.js';
import { median, medianRatio, report } from './support/report.js';

/**
 * Requests the public page of 20 events with 3 shifts each from the whole API in production mode, compared with raw
 * Node http + pg returning the same bytes.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 25);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 1);
const connections = 16;

const query = `query EventsPage($first: Int) {
  events(first: $first) {
    edges { node {
      id slug title summary startsAt endsAt timeZone status online place languages
      chapter { name slug }
      shifts { id role startsAt endsAt capacity placesLeft }
    } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount totalIsCapped
  }
}`;
const body = JSON.stringify({ query, variables: { first: 20 } });

const database = await benchDatabase('events-page');
const servers: Child[] = [];
try {
  await manyEvents(database.pool, { events: 200, shifts: 3, minutesApart: 60 });
  const api = await startApi(database.url);
  const raw = await startChild('tests/bench/support/raw-events-page.mjs', { DATABASE_URL: database.url });
  servers.push(api, raw);
  // The third request uses the compiled query. Its answer must be the same.
  for (let i = 0; i < 5; i += 1) {
    const [fromApi, fromRaw] = [await post(api.port, body), await post(raw.port, body)];
    if (fromApi.trim() !== fromRaw.trim()) {
      const at = [...fromApi].findIndex((character, i) => character !== fromRaw[i]);
      throw new Error(`Not the same answer: …${fromApi.slice(at, at + 80)}… beside …${fromRaw.slice(at, at + 80)}…`);
    }
  }
  for (const { port } of servers) await load({ port, connections, body: () => body, seconds });

  const measured = {
    api: { rate: [] as number[], cpu: [] as number[] },
    raw: { rate: [] as number[], cpu: [] as number[] },
  };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 ? (['raw', 'api'] as const) : (['api', 'raw'] as const);
    for (const name of order) {
      const server = name === 'api' ? api : raw;
      const before = await server.cpuSeconds();
      const result = await load({ port: server.port, connections, body: () => body, seconds });
      if (Object.keys(result.failures).length > 0) throw new Error(`${name}: ${JSON.stringify(result.failures)}`);
      measured[name].rate.push(result.perSecond);
      measured[name].cpu.push((((await server.cpuSeconds()) - before) * 1000) / result.requests);
    }
  }
  report(
    'events-page',
    (['raw', 'api'] as const).map((name) => ({
      server: name,
      'requests/s': Math.round(median(measured[name].rate)),
      'CPU ms each': Number(median(measured[name].cpu).toFixed(2)),
    })),
    { api_over_raw: medianRatio(measured.api.rate, measured.raw.rate) },
  );
} finally {
  for (const server of servers) await server.stop();
  await database.drop();
}
