import pg from 'pg';
import { aPair, binaries, noSystemPostgres } from '../faults/support/replicated-postgres.js';
import { startApi } from './support/child.js';
import { load } from './support/load.js';
import { report } from './support/report.js';
import { serverCpuSeconds } from './support/server-cpu.js';
import { growData } from './support/simulation.js';

/**
 * How much of the visitors' work a read replica takes off the primary: processor time of both servers for the same
 * pages, each rendered, with and without `DATABASE_REPLICA_URL`.
 */
const requests = Number(process.env['BENCH_REQUESTS'] ?? 3_000);
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
  const rows: Array<Record<string, string | number>> = [];
  const primaryTimes: number[] = [];
  for (const DATABASE_REPLICA_URL of [undefined, pair.url(pair.standby)]) {
    const settings = { PAGE_CACHE_SECONDS: '0', ...(DATABASE_REPLICA_URL && { DATABASE_REPLICA_URL }) };
    const api = await startApi(pair.url(pair.primary), settings);
    try {
      const visit = (count: number) =>
        Promise.all(
          pages.map((path) => load({ port: api.port, path, connections: 4, requests: count / pages.length })),
        );
      // The api uses a replica only after it has checked it, and counts as warm afterward.
      await visit(requests / 4);
      const before = [await serverCpuSeconds(primary), await serverCpuSeconds(standby)] as const;
      const results = await visit(requests);
      const failures = results.flatMap((result) => Object.keys(result.failures));
      if (failures.length > 0) throw new Error(`Answers: ${failures.join(', ')}`);
      const each = (seconds: number) => Number(((seconds * 1_000) / requests).toFixed(2));
      const [ofPrimary, ofStandby] = [
        each((await serverCpuSeconds(primary)) - before[0]),
        each((await serverCpuSeconds(standby)) - before[1]),
      ];
      primaryTimes.push(ofPrimary);
      rows.push({
        setup: DATABASE_REPLICA_URL ? 'with a replica' : 'primary only',
        'pages/s': Math.round(results.reduce((sum, { perSecond }) => sum + perSecond, 0)),
        'primary CPU ms each': ofPrimary,
        'replica CPU ms each': ofStandby,
      });
    } finally {
      await api.stop();
    }
  }
  report('replica', rows, { primary_with_over_without: primaryTimes[1]! / primaryTimes[0]! });
} finally {
  await primary.end();
  await standby.end();
  await pair.end();
}
