import { aTreasurer } from './support/check-ledger.js';
import { startApi, type Child } from './support/child.js';
import { benchDatabase, type BenchDatabase } from './support/database.js';
import { manyGifts } from './support/many-gifts.js';
import { median, medianRatio, report } from './support/report.js';

/**
 * Measures a campaign page with a million gifts against one with a thousand, by median latency within each round, and
 * the ledger check over the million gifts.
 */
const many = Number(process.env['BENCH_GIFTS'] ?? 1_000_000);
const few = Math.min(1_000, many);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15);
const visits = 40;

const databases: BenchDatabase[] = [];
const servers: Child[] = [];
try {
  const slugs: string[] = [];
  for (const [name, gifts] of [
    ['few', few],
    ['many', many],
  ] as const) {
    console.error(`Making ${gifts.toLocaleString('en')} gifts …`);
    const database = await benchDatabase(`gifts-${name}`);
    databases.push(database);
    slugs.push(await manyGifts(database.pool, gifts));
    servers.push(await startApi(database.url, { STRIPE_URL: 'https://api.stripe.com' }));
  }
  const [small, large] = servers as [Child, Child];
  const page = (server: Child, path: string) => async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
    const text = await response.text();
    if (!response.ok || !text.includes('Ana')) throw new Error(`${path}: ${response.status}`);
  };
  const pageRequests = {
    [`page with ${few.toLocaleString('en')} gifts`]: page(small, `/fundraisers/${slugs[0]}`),
    [`page with ${many.toLocaleString('en')} gifts`]: page(large, `/fundraisers/${slugs[1]}`),
    [`its list of gifts, ${few.toLocaleString('en')}`]: page(small, `/fundraisers/${slugs[0]}/gifts`),
    [`its list of gifts, ${many.toLocaleString('en')}`]: page(large, `/fundraisers/${slugs[1]}/gifts`),
  };
  const latencies = Object.fromEntries(Object.keys(pageRequests).map((name) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round += 1) {
    const turn = Object.entries(pageRequests);
    for (const [name, visit] of round % 2 ? turn.reverse() : turn) {
      const times: number[] = [];
      for (let n = 0; n < visits; n += 1) {
        const began = performance.now();
        await visit();
        times.push(performance.now() - began);
      }
      if (round >= 0) latencies[name]!.push(median(times));
    }
  }
  const [few1, many1, fewList, manyList] = Object.values(latencies) as [number[], number[], number[], number[]];
  const check = await (await aTreasurer(large.port, databases[1]!.pool))(true);
  report(
    'fundraising-scale',
    [
      ...Object.entries(latencies).map(([what, times]) => ({ what, 'p50 ms': Number(median(times).toFixed(2)) })),
      { what: `check of ${check.postings.toLocaleString('en')} postings, seconds`, 'p50 ms': check.seconds },
    ],
    {
      page_many_over_few: medianRatio(many1, few1),
      list_many_over_few: medianRatio(manyList, fewList),
      check_seconds: check.seconds,
    },
  );
} finally {
  for (const server of servers) await server.stop();
  for (const database of databases) await database.drop();
}
