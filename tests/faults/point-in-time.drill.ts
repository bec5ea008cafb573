import { archiveLag } from '@upstander/platform';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { eventually } from '../support/eventually.js';
import { installed } from '../support/system-postgres.mjs';
import { ArchivedPostgres } from './support/archived-postgres.js';

jest.setTimeout(180_000);

const hasPgbackrest = spawnSync('pgbackrest', ['version']).status === 0;
const ARCHIVE_PASSPHRASE = 'a-passphrase-that-only-this-test-knows';
/** Would be readable in an archive that isn't encrypted. */
const secret = 'Marigold-4711-Confidential';

(installed.length > 0 && hasPgbackrest ? describe : describe.skip)('a continuous backup', () => {
  const server = new ArchivedPostgres();
  const archive = server.path('archive');
  const settings = { ARCHIVE_PASSPHRASE };
  const upstander = (...args: string[]) => server.run(settings, ...args);
  const backUp = (...more: string[]) => upstander('backup', '--continuous', '--to', archive, ...more);
  const restore = (time: string, into: string) =>
    upstander('restore', '--from', archive, '--to-time', time, '--into', server.path(into));
  const drill = () => upstander('restore-drill', '--from', archive, '--scratch', server.path('scratch'));
  const marks = async () =>
    (await server.query<{ n: number }>('SELECT n FROM public.mark ORDER BY n')).map(({ n }) => n);
  const now = async () => (await server.query<{ now: Date }>('SELECT clock_timestamp() AS now'))[0]!.now;

  async function lag(): Promise<number> {
    const sql = `SELECT ${archiveLag} AS lag`.replace('$1', 'clock_timestamp()');
    return (await server.query<{ lag: number }>(sql))[0]!.lag;
  }

  beforeAll(async () => {
    await server.start();
    await server.install();
    await server.query('CREATE TABLE public.mark (n integer, note text)');
  });
  afterAll(() => server.end());

  test('is set up by one command, which asks for the restart that PostgreSQL needs', async () => {
    expect((await backUp('--days', '8')).said).toMatch(/key database is on this server.*7 days at most/);
    expect(await backUp()).toEqual({
      code: 1,
      said: expect.stringMatching(/^Archiving is set up[^]*Restart PostgreSQL.*and run this again/),
    });
    await server.halt('data');
    await server.startOn('data');
    expect(await lag()).toBeGreaterThan(0);
    expect(await backUp()).toEqual({ code: 0, said: expect.stringMatching(/^Full backup [^]* any time since /) });
    expect(statSync(server.path('upstander-archive.conf')).mode & 0o777).toBe(0o600);
    expect(await server.query('SELECT kind FROM platform.backup_run')).toEqual([{ kind: 'continuous' }]);
  });

  test('leaves the archive of another tool alone', async () => {
    const [{ command } = { command: '' }] = await server.query<{ command: string }>(
      `SELECT current_setting('archive_command') AS command`,
    );
    const use = async (other: string) => {
      await server.query(`ALTER SYSTEM SET archive_command = '${other}'`);
      await server.query('SELECT pg_reload_conf()');
      await eventually(async () => (await server.query('SHOW archive_command'))[0]!['archive_command'] === other);
    };
    await use('another-tool %p');
    expect((await backUp()).said).toMatch(/^Another tool archives/);
    await use(command);
  });

  test('is drilled while programs write, and every row of the copy is as it was at that moment', async () => {
    let isDrilling = true;
    const write = async () => {
      for (let n = 1000; isDrilling; n += 1)
        await server.query(`INSERT INTO public.mark VALUES (${n}, 'a'); DELETE FROM public.mark WHERE n = ${n - 2}`);
    };
    const writing = write();
    const result = await drill();
    isDrilling = false;
    await writing;
    expect(result).toEqual({ code: 0, said: expect.stringMatching(/^The restored copy is the same: \d+ rows in \d+/) });
    expect(await server.query(`SELECT FROM platform.backup_run WHERE kind = 'restore-drill'`)).toHaveLength(1);
    await server.query('DELETE FROM public.mark');
  });

  test('is encrypted', async () => {
    await server.query(`INSERT INTO public.mark VALUES (0, '${secret}')`);
    await server.query('CHECKPOINT');
    await server.archiveAll();
    const contains = (folder: string) => spawnSync('grep', ['-rqs', secret, server.path(folder)]).status === 0;
    expect([contains('data'), contains('archive')]).toEqual([true, false]);
    expect(
      (
        await server.run(
          { ARCHIVE_PASSPHRASE: 'x'.repeat(40) },
          'restore',
          '--from',
          archive,
          '--to-time',
          'latest',
          '--into',
          server.path('other'),
        )
      ).said,
    ).toBe('The archive cannot be read: is ARCHIVE_PASSPHRASE the one that it was made with?');
  });

  test('goes back to a minute: rows before it are there, and the row a second later is not', async () => {
    await server.query(`INSERT INTO public.mark VALUES (1, 'before')`);
    const time = await now();
    await server.query(`SELECT pg_sleep_until('${time.toISOString()}'::timestamptz + interval '1 second')`);
    await server.query(`INSERT INTO public.mark VALUES (2, 'after')`);
    const lastWrite = await now();
    await server.archiveAll();
    expect((await restore(time.toISOString(), 'data')).said).toMatch(
      /^Nothing was restored, because a PostgreSQL server uses/,
    );
    await server.halt('data');
    rmSync(server.path('data'), { recursive: true });

    expect((await restore('2020-01-01T00:00:00Z', 'data')).said).toMatch(/^The archive begins at 20/);
    const late = new Date(lastWrite.valueOf() + 1000).toISOString();
    expect((await restore(late, 'data')).said).toMatch(/no change after this time.*To restore all of it/);

    const { code, said } = await restore(time.toISOString(), 'data');
    expect([code, said]).toEqual([0, expect.stringContaining(`is restored to ${time.toISOString()}. The last change`)]);
    const [, last] = /The last change in it is of (\S+)\.$/m.exec(said) ?? [];
    expect(new Date(last!) <= time).toBe(true);
    await server.startOn('data');
    expect(await marks()).toEqual([0, 1]);
    expect(await server.query('SELECT count(*)::int FROM record_key', 'upstander_keys')).toEqual([{ count: 0 }]);
    expect(readFileSync(server.path('data/postgresql.auto.conf'), 'utf8')).not.toMatch(
      /restore_command|recovery_target/,
    );
    expect(await lag()).toBe(0);
  });

  test('continues after a restore', async () => {
    expect((await backUp()).code).toBe(1);
    await server.halt('data');
    await server.startOn('data');
    expect((await backUp()).code).toBe(0);
    expect((await drill()).code).toBe(0);
  });
});
