import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the sealed zone's own list of advocates, which the role that writes grants can't change. */
export class ListAdvocates1799880101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sealed.advocate (
        account_id uuid PRIMARY KEY,
        added_at timestamptz NOT NULL,
        -- HMAC of the account with a key that SEALED_KEYS opens.
        mac bytea NOT NULL
      );
      ALTER TABLE sealed.advocate ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE sealed.advocate;`);
  }
}
