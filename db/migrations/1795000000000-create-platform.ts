import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlText } from '../sql-source.js';

/** The tools every library may use: extensions, search text, and the answers kept for idempotent retries. */
export class CreatePlatform1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS citext;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE SCHEMA IF NOT EXISTS platform;
    `);
    // Columns and indexes of the migrations to come are computed by it.
    await runner.query(sqlText('functions/platform/fold.sql'));
    await runner.query(`
      CREATE TABLE platform.idempotency (
        operation text NOT NULL,
        actor_key text NOT NULL,
        key text NOT NULL,
        input_hash bytea NOT NULL,
        answer jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (operation, actor_key, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA platform CASCADE;');
  }
}
