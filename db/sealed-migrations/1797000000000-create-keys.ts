import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In a database of its own: one key for each sealed record, itself wrapped by a key that no database holds. */
export class CreateKeys1797000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE record_key (
        record_id uuid PRIMARY KEY,
        -- Which of SEALED_KEYS wraps it.
        key_id text NOT NULL,
        wrapped bytea NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX record_key_by_key ON record_key (key_id, record_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE record_key;`);
  }
}
