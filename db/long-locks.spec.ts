import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backfill } from './backfill.js';
import { findLongLocks } from './long-locks.js';

function migration(sql: string, transaction?: false): new () => MigrationInterface {
  return class PourTea implements MigrationInterface {
    readonly transaction = transaction;
    async up(runner: QueryRunner) {
      await runner.query(sql);
    }
    async down() {}
  } as new () => MigrationInterface;
}

describe('migrations that would keep requests waiting', () => {
  test.each([
    ['CREATE INDEX pot ON tea.cup (id)', 'CREATE INDEX without CONCURRENTLY'],
    ['ALTER TABLE tea.cup ADD CONSTRAINT filled CHECK (size > 0)', 'ADD CONSTRAINT without NOT VALID'],
    ['ALTER TABLE tea.cup ADD CONSTRAINT own FOREIGN KEY (pot) REFERENCES tea.pot', 'ADD CONSTRAINT without NOT VALID'],
    ['ALTER TABLE tea.cup ADD COLUMN size int CHECK (size > 0)', 'ADD COLUMN with a constraint'],
    ['ALTER TABLE tea.cup VALIDATE CONSTRAINT filled', 'VALIDATE CONSTRAINT in a transaction'],
    ['ALTER TABLE tea.cup ALTER size SET NOT NULL', 'SET NOT NULL'],
    ['ALTER TABLE tea.cup ALTER size TYPE bigint', 'ALTER COLUMN TYPE'],
    ['UPDATE tea.cup SET size = 1', 'UPDATE in a transaction'],
    ['DELETE FROM tea.cup WHERE size = 0', 'DELETE in a transaction'],
    ['WITH filled AS (UPDATE tea.cup SET size = 1 RETURNING 1) SELECT FROM filled', 'UPDATE in a transaction'],
  ])('are found: %s', async (sql, what) => {
    expect(await findLongLocks([migration(sql)])).toEqual([
      expect.stringMatching(`^PourTea: ${what}.* on tea\\.cup\\.$`),
    ]);
  });

  test('are found without a transaction, too, if they lock the table there', async () => {
    const locks = await findLongLocks([migration('CREATE INDEX pot ON tea.cup (id)', false)]);
    expect(locks).toEqual(['PourTea: CREATE INDEX without CONCURRENTLY on tea.cup.']);
  });

  test.each([
    'ALTER TABLE tea.cup ADD COLUMN size int NOT NULL DEFAULT 0',
    'ALTER TABLE tea.cup ADD CONSTRAINT filled CHECK (size > 0) NOT VALID',
    'CREATE TABLE tea.pot (id int PRIMARY KEY); CREATE INDEX pot ON tea.pot (id)',
    'UPDATE learning.article SET title = title',
  ])('are not: %s', async (sql) => {
    expect(await findLongLocks([migration(sql)])).toEqual([]);
  });

  test.each(['CREATE INDEX CONCURRENTLY pot ON tea.cup (id)', 'ALTER TABLE tea.cup VALIDATE CONSTRAINT filled'])(
    'are not, without a transaction: %s',
    async (sql) => {
      expect(await findLongLocks([migration(sql, false)])).toEqual([]);
    },
  );

  test('are found if a backfill runs in a transaction, and are not without one', async () => {
    const pour = (transaction?: false) =>
      class PourTea implements MigrationInterface {
        readonly transaction = transaction;
        up = (runner: QueryRunner) => backfill(runner, { table: 'tea.cup', set: 'size = 1', where: 'size IS NULL' });
        async down() {}
      } as new () => MigrationInterface;
    expect(await findLongLocks([pour()])).toEqual(['PourTea: UPDATE in a transaction on tea.cup.']);
    expect(await findLongLocks([pour(false)])).toEqual([]);
  });
});
