import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { backfill, type Backfill, type BackfillContext } from './backfill.js';
import { migrateToLatest } from './migrate-to-latest.js';
import { migrationsOf, ownersSource } from './owners-source.js';
import { releaseFacts } from './release-facts.mjs';

const server = process.env['TEST_DATABASE_URL'] ?? '';
const name = `spec_${randomUUID().replaceAll('-', '')}`;
const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
const cups = 1_000;
const fill: Backfill = { table: 'tea.cup', set: `content = 'green'`, where: 'content IS NULL' };

class FillCups1999999999999 implements MigrationInterface {
  readonly transaction = false;
  up = (runner: QueryRunner) => backfill(runner, fill);
  async down() {}
}

describe('a backfill', () => {
  let source: DataSource;
  let client: pg.Client;
  let lines: string[];

  beforeAll(() => {
    releaseFacts.sums[FillCups1999999999999.name] = 'x';
  });
  beforeEach(async () => {
    await runIn(server, `CREATE DATABASE ${name} TEMPLATE ${process.env['TEST_TEMPLATE']}`);
    const { options } = ownersSource(url, 'app');
    source = await new DataSource({
      ...options,
      migrations: [...migrationsOf.app, FillCups1999999999999],
    } as typeof options).initialize();
    client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`
      CREATE SCHEMA tea;
      CREATE TABLE tea.cup (id int PRIMARY KEY, content text);
      INSERT INTO tea.cup SELECT n FROM generate_series(1, ${cups}) AS n;
      ANALYZE tea.cup`);
    lines = [];
  });
  afterEach(async () => {
    await client.end();
    await source.destroy();
    await runIn(server, `DROP DATABASE ${name} WITH (FORCE)`);
  });

  /** Batches have a hundred rows at first, and each reports. */
  const context = (report: (line: string) => void): Partial<BackfillContext> => ({
    report: (line) => {
      lines.push(line);
      report(line);
    },
    reportEveryMs: 0,
    rows: 100,
    pauseMs: 10,
  });

  const migrate = (report: (line: string) => void = () => undefined) =>
    migrateToLatest(source, 'app', { backfill: context(report) });

  async function run(change: Backfill, report: (line: string) => void = () => undefined): Promise<void> {
    const runner = source.createQueryRunner();
    runner.data['backfill'] = context(report);
    try {
      await backfill(runner, change);
    } finally {
      await runner.release();
    }
  }

  /** Starts it and returns once it reports this. */
  async function startUntil(text: string): Promise<{ end: Promise<void> }> {
    let end = Promise.resolve();
    await new Promise<void>((resolve, reject) => {
      end = run(fill, (line) => line.includes(text) && resolve());
      end.catch(reject);
    });
    return { end };
  }

  async function count(where: string): Promise<number> {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int FROM tea.cup WHERE ${where}`);
    return rows[0]!.count;
  }

  const hasProgress = async () =>
    (await client.query<{ found: boolean }>(`SELECT to_regclass('public.backfill') IS NOT NULL AS found`)).rows[0]!
      .found;

  test('updates every row, reports its progress, and leaves none behind', async () => {
    expect(await migrate()).toEqual(['FillCups1999999999999']);
    expect(await count('content IS NULL')).toBe(0);
    expect(lines[0]).toMatch(/^tea\.cup: 100 of about 1,000 rows \(10%\), [\d,]+ rows\/s, \d+ s left$/);
    expect(lines.at(-1)).toBe('tea.cup: 1,000 rows read, 1,000 updated');
    expect(await hasProgress()).toBe(false);
    expect(await migrate()).toEqual([]);
  });

  test('continues after its last batch if it was interrupted between two', async () => {
    const kill = () => {
      throw new Error('killed');
    };
    await expect(migrate(kill)).rejects.toThrow('killed');
    expect(await count('content IS NOT NULL')).toBe(100);
    // Finished rows that are due again show if a batch is repeated.
    await client.query('UPDATE tea.cup SET content = NULL WHERE id <= 100');
    await migrate();
    expect(lines[1]).toBe('tea.cup: continues after 100 rows');
    expect(lines.at(-1)).toBe('tea.cup: 1,000 rows read, 1,000 updated');
    expect(await count('content IS NULL')).toBe(100);
    expect(await hasProgress()).toBe(false);
  });

  test('loses the batch and its progress together if its connection is cut in a batch', async () => {
    await client.query(`
      CREATE FUNCTION tea.cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_terminate_backend(pg_backend_pid()); RETURN new;
      END $$;
      CREATE TRIGGER cut BEFORE UPDATE ON tea.cup FOR EACH ROW WHEN (new.id = 150) EXECUTE FUNCTION tea.cut()`);
    await expect(migrate()).rejects.toThrow();
    expect(await count('content IS NOT NULL')).toBe(100);
    await client.query('DROP TRIGGER cut ON tea.cup');
    await migrate();
    expect(lines[1]).toBe('tea.cup: continues after 100 rows');
    expect(await count('content IS NULL')).toBe(0);
  });

  test('starts again if its SQL was changed after the interruption', async () => {
    const kill = () => {
      throw new Error('killed');
    };
    await expect(run(fill, kill)).rejects.toThrow('killed');
    await run({ ...fill, set: `content = 'black'`, where: `content IS DISTINCT FROM 'black'` });
    expect(await count(`content = 'black'`)).toBe(cups);
  });

  test('updates all other rows while one is locked, and that one when it is free', async () => {
    await client.query('BEGIN; SELECT FROM tea.cup WHERE id = 50 FOR UPDATE');
    const { end } = await startUntil('waits for rows');
    expect(await count('content IS NULL')).toBe(1);
    await client.query('COMMIT');
    await end;
    expect(await count('content IS NULL')).toBe(0);
    expect(lines.at(-1)).toBe('tea.cup: 1,000 rows read, 1,000 updated');
  });

  test('keeps the value that another session gives to a row meanwhile', async () => {
    await client.query(`BEGIN; UPDATE tea.cup SET content = 'mint' WHERE id = 50`);
    const { end } = await startUntil('waits for rows');
    await client.query('COMMIT');
    await end;
    expect(await count(`content = 'mint'`)).toBe(1);
    expect(await count(`content = 'green'`)).toBe(cups - 1);
  });

  test('tries again while the table is locked, without making others wait, and updates rows inserted meanwhile', async () => {
    await client.query('BEGIN; LOCK TABLE tea.cup IN SHARE ROW EXCLUSIVE MODE');
    const { end } = await startUntil('waits for a lock');
    await client.query(`INSERT INTO tea.cup VALUES (${cups + 1}); COMMIT`);
    await end;
    expect(await count('content IS NULL')).toBe(0);
    expect(await count('true')).toBe(cups + 1);
  });

  test('walks a key of several columns, among them UUIDs', async () => {
    await client.query(`
      CREATE TABLE tea.pot (size int, owner uuid, brand text, content text, PRIMARY KEY (owner, brand));
      INSERT INTO tea.pot SELECT n, md5((n / 7)::text)::uuid, 'B' || n FROM generate_series(1, 700) AS n`);
    await run({ ...fill, table: 'tea.pot', key: ['owner', 'brand'], set: 'content = brand || size' });
    const { rows } = await client.query(`SELECT count(*)::int FROM tea.pot WHERE content = brand || size`);
    expect(rows).toEqual([{ count: 700 }]);
    // Without statistics there is no share of the total.
    expect(lines[0]).toMatch(/^tea\.pot: 100 rows, [\d,]+ rows\/s$/);
  });

  test('refuses a key that is not the primary key, and a transaction', async () => {
    await expect(run({ ...fill, key: ['content'] })).rejects.toThrow(
      'The primary key of tea.cup is (id), not (content).',
    );
    const runner = source.createQueryRunner();
    await runner.startTransaction();
    await expect(backfill(runner, fill)).rejects.toThrow('"transaction = false"');
    await runner.rollbackTransaction();
    await runner.release();
  });
});

async function runIn(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
