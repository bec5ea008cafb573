import { faultsOfReleases, type Draft } from './frozen-migrations.js';
import type { Manifest } from './release-manifest.js';

const createTea = { name: 'CreateTea1800000000000', sha256: 'a' };
const pourTea = { name: 'PourTea1800000001000', sha256: 'b' };
const addMilk = { name: 'AddMilk1800000002000', sha256: 'c' };

const manifest = (version: string, app: Manifest['migrations']['app']): Manifest => ({
  version,
  migrations: { app, sealed: [], keys: [] },
  sql: 'x',
});
const released = [manifest('0.2.0', [createTea]), manifest('0.3.0', [createTea, pourTea])];

describe('released migrations', () => {
  const findFaults = (app: Manifest['migrations']['app']) => faultsOfReleases(released, manifest('0.3.0', app), []);

  test('accepts new migrations after the released ones', () => {
    expect(findFaults([createTea, pourTea, addMilk])).toEqual([]);
  });

  test.each([
    [
      'changed',
      [createTea, { ...pourTea, sha256: 'other' }],
      ['PourTea1800000001000 was released with 0.3.0 and is changed'],
    ],
    ['missing', [createTea], ['PourTea1800000001000 was released with 0.3.0 and is missing']],
    [
      'numbered before a released one',
      [createTea, { name: 'AddMilk1800000000500', sha256: 'c' }, pourTea],
      ['AddMilk1800000000500 is new, but its number is before 1800000001000'],
    ],
  ])('rejects a migration that is %s', (_case, app, messages) => {
    expect(findFaults(app)).toEqual(messages.map((text) => expect.stringContaining(text) as string));
  });
});

describe('new migrations leave the programs of the last release working', () => {
  const draft = (up: string, above = ''): Draft => ({
    name: addMilk.name,
    text: `${above}\nexport class AddMilk1800000002000 implements MigrationInterface {
      async up(runner: QueryRunner): Promise<void> { await runner.query(\`${up}\`); }
      async down(runner: QueryRunner): Promise<void> { await runner.query('DROP TABLE tea.milk; DROP COLUMN x'); }
    }`,
  });
  const findFaults = (up: string, above?: string) =>
    faultsOfReleases(released, manifest('0.3.0', [createTea, pourTea, addMilk]), [draft(up, above)]);

  test.each([
    'ALTER TABLE tea.cup ADD COLUMN milk boolean NOT NULL DEFAULT false',
    'ALTER TABLE tea.cup ADD COLUMN milk text',
    'ALTER TABLE tea.cup ADD COLUMN milk text, ADD CONSTRAINT white CHECK (tea IS NOT NULL OR milk IS NOT NULL)',
    'CREATE TABLE tea.milk (id uuid PRIMARY KEY, name text NOT NULL)',
    'ALTER TABLE tea.cup ADD COLUMN both text NOT NULL GENERATED ALWAYS AS (a || b) STORED',
    'ALTER TABLE tea.cup ALTER milk SET DEFAULT 0; ALTER TABLE tea.cup ALTER milk SET NOT NULL',
    'ALTER INDEX tea.cup_by_name RENAME TO cup_name',
    '-- DROP COLUMN, one day\nSELECT 1',
  ])('accepts %s', (up) => {
    expect(findFaults(up)).toEqual([]);
  });

  test.each([
    ['ALTER TABLE tea.cup DROP COLUMN milk', 'DROP COLUMN'],
    ['DROP TABLE tea.cup', 'DROP TABLE'],
    ['ALTER TABLE tea.cup RENAME TO mug', 'RENAME'],
    ['ALTER TABLE tea.cup RENAME milk TO cream', 'RENAME'],
    ['ALTER TABLE tea.cup RENAME COLUMN milk TO cream', 'RENAME'],
    ['ALTER TABLE tea.cup ALTER COLUMN milk TYPE integer USING milk::integer', 'ALTER COLUMN TYPE'],
    ['ALTER TABLE tea.cup ALTER COLUMN milk SET NOT NULL', 'NOT NULL without a DEFAULT'],
    ['ALTER TABLE tea.cup ADD COLUMN milk text NOT NULL', 'NOT NULL without a DEFAULT'],
    ['ALTER TABLE tea.cup ADD COLUMN tea text, ADD COLUMN milk text NOT NULL', 'NOT NULL without a DEFAULT'],
  ])('rejects %s without a contract marker', (up, statement) => {
    expect(findFaults(up)).toEqual([expect.stringContaining(statement) as string]);
    const because = (release: string) =>
      `/**\n * contract: ${release} stopped writing tea.cup.milk, which nobody read.\n */`;
    expect(findFaults(up, because('0.3.0'))).toEqual([]);
    expect(findFaults(up, because('0.4.0'))).toEqual([expect.stringContaining('not in db/releases') as string]);
  });
});
