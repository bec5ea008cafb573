import type pg from 'pg';
import { startApi, type Child } from './support/child.js';
import { benchDatabase, type BenchDatabase } from './support/database.js';
import { ask, load } from './support/load.js';
import { manyEvents } from './support/many-events.js';
import { median, medianRatio, percentile, report } from './support/report.js';

/**
 * What a page of events costs when there are many: among a million beside among ten thousand, and page 10,000 beside
 * page 1. One visitor asks, page after page, the servers in turns; what counts is the middle
 * latency, compared within each round.
 */
const many = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
const few = 10_000;
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 21);
const requests = 60;
const pageSize = 20;
const deepPage = Math.min(10_000, Math.floor(many / pageSize) - 1);

const query = `query EventsPage($filter: EventFilter, $first: Int, $after: String) {
  events(filter: $filter, first: $first, after: $after) {
    edges { node {
      id slug title summary startsAt endsAt timeZone status online place languages
      chapter { name slug }
      shifts { id role startsAt endsAt capacity placesLeft }
    } }
    pageInfo { hasNextPage endCursor }
    totalCount totalIsCapped
  }
}`;
const bodyOf = (variables: Record<string, unknown>) =>
  JSON.stringify({ query, variables: { first: pageSize, ...variables } });

/** The cursor behind which page `page` begins, found the slow way. */
async function cursorBefore(pool: pg.Pool, page: number): Promise<string> {
  const { rows } = await pool.query<{ starts_at: Date; id: string }>(
    'SELECT starts_at, id FROM events.event ORDER BY starts_at, id OFFSET $1 LIMIT 1',
    [(page - 1) * pageSize - 1],
  );
  const [row] = rows;
  if (!row) throw new Error(`There is no page ${page}.`);
  return Buffer.from(JSON.stringify([row.starts_at, row.id])).toString('base64url');
}

const databases: BenchDatabase[] = [];
const servers: Child[] = [];
try {
  for (const [name, events] of [
    ['few', few],
    ['many', many],
  ] as const) {
    console.error(`Making ${events.toLocaleString('en')} events …`);
    const database = await benchDatabase(`list-${name}`);
    databases.push(database);
    await manyEvents(database.pool, { events, shifts: 1, minutesApart: 1, description: 1 });
    servers.push(await startApi(database.url));
  }
  const [small, large] = servers as [Child, Child];
  const after = await cursorBefore(databases[1]!.pool, deepPage);
  const wishes = {
    'page 1 of 10,000 events': { port: small.port, body: bodyOf({}) },
    [`page 1 of ${many.toLocaleString('en')}`]: { port: large.port, body: bodyOf({}) },
    [`page ${deepPage.toLocaleString('en')}`]: { port: large.port, body: bodyOf({ after }) },
    'page 1 with free places': { port: large.port, body: bodyOf({ filter: { hasFreePlaces: true } }) },
    [`page ${deepPage.toLocaleString('en')} with free places`]: {
      port: large.port,
      body: bodyOf({ filter: { hasFreePlaces: true }, after }),
    },
    'by a rare word': { port: large.port, body: bodyOf({ filter: { text: `packing ${many - 7}` } }) },
    'by a common word': { port: large.port, body: bodyOf({ filter: { text: 'packing' } }) },
    'by two letters': { port: large.port, body: bodyOf({ filter: { text: 'ca' } }) },
  };
  const latencies = Object.fromEntries(Object.keys(wishes).map((name) => [name, [] as number[]]));
  for (const { port, body } of Object.values(wishes)) {
    const { data } = JSON.parse(await ask(port, body)) as { data: { events: { edges: unknown[] } } };
    if (data.events.edges.length === 0) throw new Error(`An empty page: ${body}`);
    await load({ port, connections: 1, body: () => body, requests });
  }
  for (let round = 0; round < rounds; round += 1) {
    const turn = Object.entries(wishes);
    for (const [name, { port, body }] of round % 2 ? turn.reverse() : turn) {
      const result = await load({ port, connections: 1, body: () => body, requests });
      latencies[name]!.push(percentile(result.latencies, 0.5));
    }
  }
  const [small1, large1, largeDeep] = Object.values(latencies) as [number[], number[], number[]];
  report(
    'list-scale',
    Object.entries(latencies).map(([list, rounds]) => ({ list, 'p50 ms': Number(median(rounds).toFixed(2)) })),
    { p50_1m_over_10k: medianRatio(large1, small1), deep_over_first: medianRatio(largeDeep, large1) },
  );
} finally {
  for (const server of servers) await server.stop();
  for (const database of databases) await database.drop();
}
