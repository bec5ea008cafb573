import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { migrateToLatest } from './migrate-to-latest.js';
import { ownersSource } from './owners-source.js';
import { releaseFacts } from './release-facts.mjs';
import { isLater } from './versions.js';

const server = process.env['TEST_DATABASE_URL'] ?? '';
const name = `spec_${randomUUID().replaceAll('-', '')}`;
const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;

async function runInServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('a database that another release migrated', () => {
  beforeAll(() => runInServer(`CREATE DATABASE ${name} TEMPLATE ${process.env['TEST_TEMPLATE']}`));
  afterAll(() => runInServer(`DROP DATABASE ${name} WITH (FORCE)`));

  /** Runs `sql`, migrates and rolls back. Returns what was run, or the error message. */
  async function migrated(sql: string, accepting = {}): Promise<unknown> {
    const source = await ownersSource(url, 'app').initialize();
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(sql);
      const same = {
        createQueryRunner: () => insideTransaction(runner),
        options: source.options,
        migrations: source.migrations,
      };
      return await migrateToLatest(Object.assign(Object.create(source) as typeof source, same), 'app', accepting).catch(
        (error: Error) => error,
      );
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
      await source.destroy();
    }
  }

  test('is refused if a migration was changed afterward, and the error names it', async () => {
    const error = await migrated(`UPDATE public.migration_sum SET sha256 = 'x' WHERE name LIKE 'CreateLedger%'`);
    expect(error).toMatchObject({ name: 'Error', message: expect.stringContaining('CreateLedger1796000000000') });
  });

  test('is refused by an older release, which would replace newer functions with older ones', async () => {
    const prepare = jest.fn();
    const later = `INSERT INTO public.release (version, migrated_at) VALUES ('99.1.0', now())`;
    expect(await migrated(later, { prepare })).toMatchObject({
      message: expect.stringContaining('migrated by release 99.1.0'),
    });
    expect(prepare).not.toHaveBeenCalled();
  });

  test('is refused by an older build of the same version', async () => {
    const error = await migrated(
      `INSERT INTO public.migrations ("timestamp", name) VALUES (9999999999999, 'AddMore9999999999999')`,
    );
    expect(error).toMatchObject({ message: expect.stringContaining('AddMore9999999999999') });
  });

  test('is refused without release records, unless the operator adopts it', async () => {
    const fromBefore = 'DROP TABLE public.migration_sum, public.release';
    expect(await migrated(fromBefore)).toMatchObject({ message: expect.stringContaining('migrate --adopt') });
    expect(await migrated(fromBefore, { adopt: true })).toEqual([]);
  });

  test('is upgraded if it was migrated by an earlier release', async () => {
    expect(
      await migrated(
        `UPDATE public.release SET version = '0.0.9'; DELETE FROM public.sql_source WHERE file LIKE '%/fold.sql'`,
      ),
    ).toEqual(['functions/platform/fold.sql']);
  });

  test('records the checksums of its migrations', () => {
    expect(Object.keys(releaseFacts.sums)).toContain('CreateLedger1796000000000');
  });
});

/** Returns a runner whose transactions are part of the open one. */
function insideTransaction(runner: QueryRunner): QueryRunner {
  const noop = () => Promise.resolve();
  return Object.assign(Object.create(runner) as QueryRunner, {
    startTransaction: noop,
    commitTransaction: noop,
    rollbackTransaction: noop,
    release: noop,
  });
}

test.each([
  ['0.3.0', '0.2.9', true],
  ['0.10.0', '0.9.0', true],
  ['0.2.0', '0.2.0', false],
  ['0.2.0', '0.3.0', false],
  ['0.3.0-dev', '0.2.0', true],
  ['0.3.0', '0.3.0-dev', true],
  ['1.0.0', '1.0.0-rc.1', true],
  ['1.0.0-rc.10', '1.0.0-rc.9', true],
  ['1.0.0-rc.1', '1.0.0', false],
])('%s is later than %s: %s', (a, b, is) => {
  expect(isLater(a, b)).toBe(is);
});
