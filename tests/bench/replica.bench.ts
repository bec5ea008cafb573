import pg from 'pg';
import { aPair, binaries, noSystemPostgres } from '../faults/support/replicated-postgres.js';
import { startApi, type Child } from './support/child.js';
import { load } from './support/load.js';
import { median, medianRatio, report } from './support/report.js';
import { serverCpuSeconds } from './support/server-cpu.js';
import { growData } from './support/simulation.js';

/**
 * How much of the visitors' work a read replica takes off the primary: processor time of both servers for the same
 * pages, each rendered, with and without `DATABASE_REPLICA_URL`.
 */
const requests = Number(process.env['BENCH_REQUESTS'] ?? 3_000);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const size = process.env['BENCH_SMALL']
  ? { volunteers: 2_000, events: 2_000, gifts: 2_000 }
  : { volunteers: 20_000, events: 10_000, gifts: 100_000 };
const pages = ['/events', '/events/care-kit-packing-10', '/fundraisers/beds-0', '/'];

if (!binaries) throw new Error(noSystemPostgres);
const pair = await aPair();
const poolOf = (url: string) => new pg.Pool({ connectionString: url, max: 2 });
const primary = poolOf(pair.primary.superuserUrl('upstander'));
const standby = poolOf(pair.standby.superuserUrl('upstander'));
try {
  await growData(primary, { volunteers: 0, events: 0, gifts: 0 }, size);
  const setups = [
    {
      name: 'primary only',
      settings: {} as Record<string, string>,
      primary: [] as number[],
      replica: [] as number[],
      api: [] as number[],
      rate: [] as number[],
    },
    {
      name: 'with a replica',
      settings: { DATABASE_REPLICA_URL: pair.url(pair.standby) },
      primary: [] as number[],
      replica: [] as number[],
      api: [] as number[],
      rate: [] as number[],
    },
  ];
  const apis: Child[] = [];
  try {
    for (const { settings } of setups) {
      apis.push(await startApi(pair.url(pair.primary), { ...settings, PAGE_CACHE_SECONDS: '0' }));
    }
    for (const api of apis) await visit(api, requests);
    for (let round = 0; round < rounds; round += 1) {
      for (const [n, api] of round % 2 ? [...apis.entries()].toReversed() : apis.entries()) {
        const before = [
          await serverCpuSeconds(primary),
          await serverCpuSeconds(standby),
          await api.cpuSeconds(),
        ] as const;
        setups[n]!.rate.push(await visit(api, requests));
        const each = (seconds: number) => (seconds * 1_000) / requests;
        setups[n]!.primary.push(each((await serverCpuSeconds(primary)) - before[0]));
        setups[n]!.replica.push(each((await serverCpuSeconds(standby)) - before[1]));
        setups[n]!.api.push(each((await api.cpuSeconds()) - before[2]));
      }
    }
  } finally {
    for (const api of apis) await api.stop();
  }
  const [alone, both] = setups as [(typeof setups)[number], (typeof setups)[number]];
  report(
    'replica',
    setups.map((setup) => ({
      setup: setup.name,
      'pages/s': Math.round(median(setup.rate)),
      'api CPU ms each': Number(median(setup.api).toFixed(2)),
      'primary CPU ms each': Number(median(setup.primary).toFixed(2)),
      'replica CPU ms each': Number(median(setup.replica).toFixed(2)),
    })),
    { primary_with_over_without: medianRatio(both.primary, alone.primary) },
  );
} finally {
  await primary.end();
  await standby.end();
  await pair.end();
}

/** Requests all pages at once. Returns pages per second. */
async function visit({ port }: Child, count: number): Promise<number> {
  const began = performance.now();
  const results = await Promise.all(
    pages.map((path) => load({ port, path, connections: 4, requests: count / pages.length })),
  );
  const failures = results.flatMap((result) => Object.keys(result.failures));
  if (failures.length > 0) throw new Error(`Answers: ${failures.join(', ')}`);
  return (count * 1_000) / (performance.now() - began);
}
