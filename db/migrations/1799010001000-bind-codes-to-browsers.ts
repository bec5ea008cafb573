import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A code belongs to the browser that asked for it; codes under way when this runs have to be asked for again. */
export class BindCodesToBrowsers1799010001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.sign_in_code ADD COLUMN browser_hash bytea;

      -- A solved puzzle counts once; rows are forgotten when it would no longer count anyway.
      CREATE TABLE identity.spent_solution (
        signature bytea PRIMARY KEY,
        expires_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.spent_solution;
      ALTER TABLE identity.sign_in_code DROP COLUMN browser_hash;
    `);
  }
}
