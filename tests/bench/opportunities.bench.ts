import type pg from 'pg';
import { startApi, type Child } from './support/child.js';
import { benchDatabase, type BenchDatabase } from './support/database.js';
import { ask, load } from './support/load.js';
import { manyListings } from './support/many-listings.js';
import { median, medianRatio, percentile, report } from './support/report.js';

/**
 * What a page of listings costs when there are many: among a hundred thousand beside among a thousand, a deep page beside
 * the first, and filters. One visitor asks, the servers in turns; the middle latency counts, compared within each round.
 */
const many = Number(process.env['BENCH_LISTINGS'] ?? 100_000);
const few = 1_000;
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15);
const requests = 40;
const pageSize = 20;
const deepPage = Math.min(1_000, Math.floor(many / pageSize) - 1);

const query = `query Listings($filter: OpportunityFilter, $first: Int, $after: String) {
  opportunities(filter: $filter, first: $first, after: $after) {
    edges { node {
      id slug kind title language pay { unit min { amountMinor currency } max { amountMinor } } hoursPerWeek remote place
      idNeeded backgroundCheck trainingPaid childcareHours harmTags isPublic publishedAt businessName businessCity
    } }
    pageInfo { hasNextPage endCursor }
    totalCount totalIsCapped
  }
}`;
const bodyOf = (variables: Record<string, unknown>) =>
  JSON.stringify({ query, variables: { first: pageSize, ...variables } });

/** The cursor behind which page `page` begins, found the slow way. */
async function cursorBefore(pool: pg.Pool, page: number): Promise<string> {
  const { rows } = await pool.query<{ published_at: Date; id: string }>(
    'SELECT published_at, id FROM opportunities.listing ORDER BY published_at DESC, id DESC OFFSET $1 LIMIT 1',
    [(page - 1) * pageSize - 1],
  );
  const [row] = rows;
  if (!row) throw new Error(`There is no page ${page}.`);
  return Buffer.from(JSON.stringify([row.published_at, row.id])).toString('base64url');
}

const databases: BenchDatabase[] = [];
const servers: Child[] = [];
try {
  for (const [name, listings] of [
    ['few', few],
    ['many', many],
  ] as const) {
    console.error(`Making ${listings.toLocaleString('en')} listings …`);
    const database = await benchDatabase(`listings-${name}`);
    databases.push(database);
    await manyListings(database.pool, listings);
    servers.push(await startApi(database.url));
  }
  const [small, large] = servers as [Child, Child];
  const after = await cursorBefore(databases[1]!.pool, deepPage);
  const wishes = {
    'page 1 of 1,000 listings': { port: small.port, body: bodyOf({}) },
    [`page 1 of ${many.toLocaleString('en')}`]: { port: large.port, body: bodyOf({}) },
    [`page ${deepPage.toLocaleString('en')}`]: { port: large.port, body: bodyOf({ after }) },
    'no ID, no background check': {
      port: large.port,
      body: bodyOf({ filter: { barriers: ['NO_ID', 'NO_BACKGROUND_CHECK'] } }),
    },
    'by a rare place': { port: large.port, body: bodyOf({ filter: { place: `${many - 7} main` } }) },
    'by a common word': { port: large.port, body: bodyOf({ filter: { search: 'bread' } }) },
  };
  const latencies = Object.fromEntries(Object.keys(wishes).map((name) => [name, [] as number[]]));
  for (const { port, body } of Object.values(wishes)) {
    const { data } = JSON.parse(await ask(port, body)) as { data: { opportunities: { edges: unknown[] } } };
    if (data.opportunities.edges.length === 0) throw new Error(`An empty page: ${body}`);
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
    'opportunities',
    Object.entries(latencies).map(([list, rounds]) => ({ list, 'p50 ms': Number(median(rounds).toFixed(2)) })),
    { p50_100k_over_1k: medianRatio(large1, small1), deep_over_first: medianRatio(largeDeep, large1) },
  );
} finally {
  for (const server of servers) await server.stop();
  for (const database of databases) await database.drop();
}
