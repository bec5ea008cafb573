import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { migrateToLatest } from './migrate-to-latest.js';
import { ownersSource } from './owners-source.js';

const server = process.env['TEST_DATABASE_URL'] ?? '';
const name = `spec_${randomUUID().replaceAll('-', '')}`;
const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
const triggers = 'functions/events/registrations_follow_event.sql';

describe('a table that another session uses for a long time', () => {
  let source: DataSource;
  let writer: pg.Client;
  beforeAll(async () => {
    await runIn(server, `CREATE DATABASE ${name} TEMPLATE ${process.env['TEST_TEMPLATE']}`);
    source = await ownersSource(url, 'app').initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await runIn(server, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  beforeEach(async () => {
    await runIn(url, `UPDATE public.sql_source SET hash = 'older' WHERE file = '${triggers}'`);
    writer = new pg.Client({ connectionString: url });
    await writer.connect();
    await writer.query('BEGIN; LOCK TABLE events.event IN ROW EXCLUSIVE MODE');
  });
  afterEach(() => writer.end());

  test('makes migrations pause, so that requests run in between, and then try again', async () => {
    let written = 0;
    const run = await migrateToLatest(source, 'app', {
      pause: async () => {
        await runIn(url, `SET lock_timeout = '1s'; UPDATE events.event SET title = title`);
        written += 1;
        await writer.query('COMMIT');
      },
    });
    expect([run, written]).toEqual([[triggers], 1]);
  });

  test('ends them with an explanation if it takes more than five minutes', async () => {
    let paused = 0;
    const migrating = migrateToLatest(source, 'app', {
      pause: async (seconds) => {
        paused += seconds;
        // The table is free for the pause, like all others.
        await runIn(url, `SET lock_timeout = '1s'; LOCK TABLE events.shift IN EXCLUSIVE MODE`);
      },
    });
    await expect(migrating).rejects.toThrow('Other sessions, such as a backup or a report');
    expect(paused).toBeGreaterThanOrEqual(300);
    await writer.query('COMMIT');
    expect(await migrateToLatest(source, 'app')).toEqual([triggers]);
  });
});

describe('an index that is built while requests go on', () => {
  const indexName = 'events.signup_to_forget';
  const migration = 'FindMailsOfSomebody1799870151000';
  let source: DataSource;
  let client: pg.Client;
  beforeEach(async () => {
    await runIn(server, `CREATE DATABASE ${name} TEMPLATE ${process.env['TEST_TEMPLATE']}`);
    source = await ownersSource(url, 'app').initialize();
    client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`DELETE FROM public.migrations WHERE name = '${migration}'`);
    await client.query(`DELETE FROM public.migration_sum WHERE name = '${migration}'`);
  });
  afterEach(async () => {
    await client.end();
    await source.destroy();
    await runIn(server, `DROP DATABASE ${name} WITH (FORCE)`);
  });

  test('waits for a running transaction, and nobody waits for it', async () => {
    const migrating = await startBehindAWriter();
    await runIn(url, `SET lock_timeout = '1s'; UPDATE events.signup SET name = name`);
    await client.query('COMMIT');
    expect(await migrating()).toEqual([migration]);
    expect(await isUsable()).toBe(true);
  });

  test('is built again if an earlier run was interrupted', async () => {
    await client.query(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = '${indexName}'::regclass`);
    await migrateToLatest(source, 'app');
    expect(await isUsable()).toBe(true);
  });

  test('is built once by two runs at the same time', async () => {
    const first = await startBehindAWriter();
    const other = await ownersSource(url, 'app').initialize();
    const second = migrateToLatest(other, 'app');
    await untilSession(`query LIKE '%pg_try_advisory_lock%'`);
    await client.query('COMMIT');
    expect(await Promise.all([first(), second])).toEqual([[migration], []]);
    await other.destroy();
    expect(await isUsable()).toBe(true);
  });

  test('is recorded in one transaction with its checksum, without which another run would refuse it', async () => {
    await client.query(`DROP INDEX ${indexName}`);
    await migrateToLatest(source, 'app');
    const { rows } = await client.query(
      `SELECT run.xmin = sum.xmin AS together FROM public.migrations run JOIN public.migration_sum sum USING (name)
       WHERE name = '${migration}'`,
    );
    expect(rows).toEqual([{ together: true }]);
  });

  /** Returns once the index waits for a transaction of `client`. */
  async function startBehindAWriter(): Promise<() => Promise<string[]>> {
    await client.query(`DROP INDEX ${indexName}`);
    await client.query('BEGIN; LOCK TABLE events.signup IN ROW EXCLUSIVE MODE');
    const migrating = migrateToLatest(source, 'app');
    await untilSession(`query LIKE 'CREATE INDEX CONCURRENTLY%' AND wait_event_type = 'Lock'`);
    return () => migrating;
  }

  async function isUsable(): Promise<boolean> {
    const { rows } = await client.query<{ indisvalid: boolean }>(
      `SELECT indisvalid FROM pg_index WHERE indexrelid = '${indexName}'::regclass`,
    );
    return rows[0]!.indisvalid;
  }
});

/** Returns once another session of this database meets the condition. */
async function untilSession(condition: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${condition}`,
      );
      if (rowCount) return;
    }
  } finally {
    await client.end();
  }
}

async function runIn(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
