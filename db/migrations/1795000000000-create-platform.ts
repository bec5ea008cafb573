import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tools every library may use: extensions, search text, and the answers kept for idempotent retries. */
export class CreatePlatform1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS citext;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE SCHEMA IF NOT EXISTS platform;

      -- unaccent() is only STABLE because its dictionary could change; ours does not, and an index needs IMMUTABLE.
      CREATE FUNCTION platform.fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
        $$ SELECT lower(public.unaccent('public.unaccent', $1)) $$;

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
    await runner.query(`
      DROP TABLE platform.idempotency;
      DROP FUNCTION platform.fold(text);
      DROP SCHEMA platform;
    `);
  }
}
