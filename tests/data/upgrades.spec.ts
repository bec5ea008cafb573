import { unsealedPower } from '@upstander/identity';
import { readdirSync } from 'node:fs';
import { refusal, startApp } from '../support/app.js';
import { catalogOf } from '../support/catalog.js';
import { ReleaseDatabase, releasesFolder } from '../support/release-database.js';

const releases = readdirSync(releasesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Tables filled by the migrations themselves: migration names, functions, and texts of a release. */
const writtenByMigrations =
  /^(public\.(?!trail)|sealed\.migrations$|bullmq\.|platform\.(status_change|postcode)$|learning\.(article|article_text|article_version|track|course|lesson|help_line)\w*$)/;

describe.each(releases.map(({ name }) => name))('a database from release %s', (version) => {
  const database = new ReleaseDatabase(version);
  const { facts, names } = database;
  const inDatabase = database.run.bind(database);
  beforeAll(async () => {
    await database.restore();
    await database.upgrade();
  });
  afterAll(() => database.drop());

  test.each([
    ['main', () => process.env['TEST_TEMPLATE']],
    ['keys', () => new URL(process.env['TEST_SEALED_KEYS_URL'] ?? '').pathname.slice(1)],
  ] as const)('%s: has the same schema as a new database after migrating', async (part, fresh) => {
    const upgraded = await inDatabase(names[part], catalogOf);
    expect(upgraded.length).toBeGreaterThan(20);
    expect(upgraded).toEqual(await inDatabase(fresh(), catalogOf));
  });

  test.each([
    ['a column', `ALTER TABLE events.event ADD COLUMN extra text`],
    ['an index', 'DROP INDEX events.signup_made_with'],
    ['a default', `ALTER TABLE events.shift ALTER COLUMN capacity SET DEFAULT 7`],
    ['a right', 'GRANT DELETE ON ledger.posting TO upstander'],
    ['a policy', 'DROP POLICY own ON sealed.application'],
    ['a trigger', 'DROP TRIGGER append_only ON ledger.posting'],
  ])('control: detects a different %s', async (_what, sql) => {
    await inDatabase(names.main, async (client) => {
      const before = await catalogOf(client);
      await client.query(`BEGIN; ${sql}`);
      expect(await catalogOf(client)).not.toEqual(before);
      await client.query('ROLLBACK');
    });
  });

  test.each(['main', 'keys'] as const)('%s: keeps every row', async (part) => {
    const tables = Object.entries(facts.rows[part]).filter(([table]) => !writtenByMigrations.test(table));
    const there = await inDatabase(names[part], async (client) => {
      const counts: Array<[string, number]> = [];
      for (const [table] of tables) {
        const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
        counts.push([table, rows[0]!.n]);
      }
      return counts;
    });
    expect(there).toEqual(tables);
    expect(tables.some(([, rows]) => rows > 0)).toBe(true);
  });

  test('seals existing powerful roles, lists existing advocates, and seals nothing written later', async () => {
    const unsealed = () =>
      inDatabase(names.main, (client) =>
        unsealedPower(
          { query: async (sql, params = []) => (await client.query(sql, [...params])).rows as never[] },
          facts.settings,
          'none',
        ),
      );
    expect(await unsealed()).toEqual([]);
    const count = (sql: string) =>
      inDatabase(names.main, (client) => client.query<{ n: number }>(sql)).then(({ rows }) => rows[0]!.n);
    const advocates = await count(`SELECT count(*)::int AS n FROM identity."grant" WHERE role = 'advocate'`);
    expect(advocates).toBeGreaterThan(0);
    expect(await count('SELECT count(*)::int AS n FROM sealed.advocate')).toBe(advocates);
    await inDatabase(names.main, (client) =>
      client.query(`INSERT INTO identity."grant" (account_id, role, by_command_line)
        SELECT id, 'finance', true FROM identity.account a WHERE NOT EXISTS (
          SELECT FROM identity."grant" g WHERE g.account_id = a.id AND g.role = 'finance') LIMIT 1`),
    );
    await database.upgrade();
    expect(await unsealed()).toMatchObject([{ what: 'role', role: 'finance' }]);
    await inDatabase(names.main, (client) =>
      client.query(`DELETE FROM identity."grant" WHERE seal IS NULL AND role = 'finance'`),
    );
  });

  test('an earlier applicant can open their record, and the ledger has no discrepancy', async () => {
    const { app: url, sealed: sealedUrl, owner: ownerUrl, keys } = database.urls;
    const config = { ...facts.settings, SEALED_KEYS_URL: keys };
    // A record is found by rehashing its code. A different cost would yield CODE_NOT_RIGHT.
    process.env['ARGON2_COST'] = 'full';
    const app = await startApp({ database: { url, sealedUrl, ownerUrl, drop: () => Promise.resolve() }, config });
    const answer = await app.graphql<{ openRecord: { nameToUse: string } | null }>(
      'mutation ($input: RecordCodeInput!) { openRecord(input: $input) { nameToUse } }',
      { input: { code: facts.code } },
    );
    expect(refusal(answer)).toBeNull();
    expect(answer.data.openRecord?.nameToUse).toMatch(/\w/);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    await app.close();
  });
  afterAll(() => void delete process.env['ARGON2_COST']);
});
