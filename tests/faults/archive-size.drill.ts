import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { growData } from '../bench/support/simulation.js';
import { installed } from '../support/system-postgres.mjs';
import { ArchivedPostgres } from './support/archived-postgres.js';

/** Size of the database in GB, for example `DRILL_GB=44`. The disk needs about 1.5 times as much. */
const size = Number(process.env['DRILL_GB'] ?? 1) * 1e9;
const share = Math.min(1, size / 4e9);

jest.setTimeout(4 * 3_600_000);

const hasPgbackrest = spawnSync('pgbackrest', ['version']).status === 0;

/** Copied until the database has its size. */
const tables = ['fundraising.gift', 'fundraising.balance_transaction', 'ledger.transaction', 'ledger.posting'];

(installed.length > 0 && hasPgbackrest ? describe : describe.skip)('a continuous backup of a large database', () => {
  const server = new ArchivedPostgres();
  const archive = server.path('archive');
  const upstander = (...args: string[]) =>
    server.run({ ARCHIVE_PASSPHRASE: 'a-passphrase-that-only-this-test-knows' }, ...args);

  beforeAll(async () => {
    // Without a log of the generated rows, filling takes half the time.
    await server.start('-c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=8GB -c shared_buffers=1GB');
    await server.install();
    const pool = new pg.Pool({ connectionString: server.url.replace(/postgres$/, 'upstander') });
    const none = { volunteers: 0, events: 0, gifts: 0 };
    const full = { volunteers: 100_000, events: 10_000, gifts: 1_000_000 };
    const wanted = Object.entries(full).map(([name, count]) => [name, Math.round(count * share)]);
    await growData(pool, none, Object.fromEntries(wanted) as typeof full, () => undefined);
    for (let copy = 0; (await databaseSize()) < size; copy += 1) {
      for (const table of tables) {
        await server.query(`CREATE TABLE public.copy_${copy}_${table.replace('.', '_')} AS SELECT * FROM ${table}`);
      }
    }
    await pool.end();
    await server.halt('data');
    await server.startOn('data');
  });
  afterAll(() => server.end());

  const databaseSize = async () =>
    Number((await server.query('SELECT pg_database_size(current_database()) AS size'))[0]!['size']);
  const timed = async (step: string, bytes: number, run: () => Promise<unknown>) => {
    const began = performance.now();
    await run();
    const seconds = (performance.now() - began) / 1_000;
    console.log(`${step}: ${Math.round(seconds)} s, ${Math.round(bytes / 1e6 / seconds)} MB/s`);
  };
  const success = (said: RegExp) => ({ code: 0, said: expect.stringMatching(said) as string });
  const contents = () =>
    server.query(
      `SELECT (SELECT count(*) FROM pg_class WHERE relname LIKE 'copy_%' AND relkind = 'r')::int AS copies,
         (SELECT count(*) FROM fundraising.gift)::int AS gifts,
         (SELECT sum(hashtext(p::text)) FROM ledger.posting p) AS postings`,
    );

  test('is made, and restored to a time before the server was lost', async () => {
    await upstander('backup', '--continuous', '--to', archive);
    await server.halt('data');
    await server.startOn('data');
    const bytes = await databaseSize();
    let said = '';
    await timed(`Full backup of ${(bytes / 1e9).toFixed(1)} GB`, bytes, async () => {
      const result = await upstander('backup', '--continuous', '--to', archive);
      expect(result).toEqual(success(/^Full backup/));
      ({ said } = result);
    });
    console.log(`The archive has ${(sizeOf(archive) / 1e9).toFixed(1)} GB.`);
    const before = await contents();
    const [, since] = / any time since (\S+Z)\./.exec(said)!;
    const [{ time } = { time: new Date() }] = await server.query<{ time: Date }>(
      `SELECT pg_sleep_until('${since}'), clock_timestamp() AS time`,
    );
    await server.query('CREATE TABLE public.late ()');
    await server.archiveAll();
    await server.halt('data');
    rmSync(server.path('data'), { recursive: true });
    await timed('Restore and recovery', bytes, async () => {
      const into = server.path('data');
      const result = await upstander('restore', '--from', archive, '--to-time', time.toISOString(), '--into', into);
      expect(result).toEqual(success(/is restored to/));
    });
    await server.startOn('data');
    expect(await contents()).toEqual(before);
    expect(await server.query(`SELECT to_regclass('public.late') AS late`)).toEqual([{ late: null }]);
  });
});

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
