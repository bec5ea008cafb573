import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds seals to the rows that grant power: an HMAC with a key that no database holds. `upstander migrate` seals
 * existing rows once and records this in a table the programs may only read.
 */
export class SealPowerfulRows1799880100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.account ADD COLUMN seal bytea;
      ALTER TABLE identity.session ADD COLUMN seal bytea;
      ALTER TABLE identity."grant" ADD COLUMN seal bytea;
      ALTER TABLE identity.role_request ADD COLUMN seal bytea;
      ALTER TABLE opportunities.member ADD COLUMN seal bytea;
      CREATE TABLE public.rows_sealed (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        sealed_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE public.rows_sealed;
      ALTER TABLE opportunities.member DROP COLUMN seal;
      ALTER TABLE identity.role_request DROP COLUMN seal;
      ALTER TABLE identity."grant" DROP COLUMN seal;
      ALTER TABLE identity.session DROP COLUMN seal;
      ALTER TABLE identity.account DROP COLUMN seal;
    `);
  }
}
