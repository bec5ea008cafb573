import type pg from 'pg';
import { startApi, type Child } from './child.js';
import { benchDatabase, type BenchDatabase } from './database.js';
import { post, load } from './load.js';
import { median, medianRatio, percentile, report } from './report.js';

const pageSize = 20;

interface From {
  port: number;
  headers: () => string;
}

export interface ScaledList {
  /** Name of the bench, and of its first ratio (many over few). */
  bench: string;
  ratio: string;
  /** A list `list: …(filter: $filter, first: $first, after: $after)` with its nodes. */
  query: string;
  /** Row counts of the small and large database, and the page number that counts as deep. */
  few: number;
  many: number;
  deepPage: number;
  make: (pool: pg.Pool, count: number) => Promise<void>;
  /** Header lines of the caller, each with its line break. Omit for a visitor. */
  sessionHeaders?: (pool: pg.Pool) => Promise<string>;
  /** Query for one row, `at` and `id`: the last before a page, found with OFFSET $1. */
  rowBefore: string;
  /** Further pages to measure. `deep` starts from the deep page's cursor. */
  others: Record<string, { filter: Record<string, unknown>; deep?: boolean }>;
  rounds: number;
  requests: number;
}

/**
 * Compares the first page of many with the first of few, a deep page with the first, and filters. Results compare median
 * latency within each round.
 */
export async function measureList(list: ScaledList): Promise<void> {
  const { bench, few, many, requests } = list;
  const databases: BenchDatabase[] = [];
  const servers: Child[] = [];
  const sessionHeaders: string[] = [];
  try {
    for (const [name, count] of [
      ['few', few],
      ['many', many],
    ] as const) {
      console.error(`Making ${count.toLocaleString('en')} rows …`);
      const database = await benchDatabase(`${bench}-${name}`);
      databases.push(database);
      await list.make(database.pool, count);
      sessionHeaders.push((await list.sessionHeaders?.(database.pool)) ?? '');
      servers.push(await startApi(database.url));
    }
    const [small, large] = servers as [Child, Child];
    const after = await cursorBefore(databases[1]!.pool, list);
    const bodyOf = (variables: Record<string, unknown>) =>
      JSON.stringify({ query: list.query, variables: { first: pageSize, ...variables } });
    const [fewFirst, manyFirst] = [small, large].map(({ port }, i) => ({
      port,
      headers: () => sessionHeaders[i]!,
    })) as [From, From];
    const requestVariants = [
      { name: `page 1 of ${few.toLocaleString('en')}`, ...fewFirst, body: bodyOf({}) },
      { name: `page 1 of ${many.toLocaleString('en')}`, ...manyFirst, body: bodyOf({}) },
      { name: `page ${list.deepPage.toLocaleString('en')}`, ...manyFirst, body: bodyOf({ after }) },
      ...Object.entries(list.others).map(([name, { filter, deep }]) => ({
        name,
        ...manyFirst,
        body: bodyOf({ filter, ...(deep && { after }) }),
      })),
    ].map((variant) => ({ ...variant, latencies: [] as number[] }));
    for (const { port, body, headers } of requestVariants) {
      const { data } = JSON.parse(await post(port, body, '/graphql', headers())) as {
        data: { list: { edges: unknown[] } };
      };
      if (data.list.edges.length === 0) throw new Error(`An empty page: ${body}`);
      await load({ port, headers, connections: 1, body: () => body, requests });
    }
    for (let round = 0; round < list.rounds; round += 1) {
      for (const { port, body, headers, latencies } of round % 2 ? requestVariants.toReversed() : requestVariants) {
        const result = await load({ port, headers, connections: 1, body: () => body, requests });
        latencies.push(percentile(result.latencies, 0.5));
      }
    }
    const [small1, large1, largeDeep] = requestVariants.map(({ latencies }) => latencies) as [
      number[],
      number[],
      number[],
    ];
    report(
      bench,
      requestVariants.map(({ name, latencies }) => ({ list: name, 'p50 ms': Number(median(latencies).toFixed(2)) })),
      { [list.ratio]: medianRatio(large1, small1), deep_over_first: medianRatio(largeDeep, large1) },
    );
  } finally {
    for (const server of servers) await server.stop();
    for (const database of databases) await database.drop();
  }
}

export function chooseDeepPage(page: number, many: number): number {
  return Math.min(page, Math.floor(many / pageSize) - 1);
}

async function cursorBefore(pool: pg.Pool, { rowBefore, deepPage }: ScaledList): Promise<string> {
  const { rows } = await pool.query<{ at: Date | string; id: string }>(rowBefore, [(deepPage - 1) * pageSize - 1]);
  const [row] = rows;
  if (!row) throw new Error(`There is no page ${deepPage}.`);
  return Buffer.from(JSON.stringify([row.at, row.id])).toString('base64url');
}
