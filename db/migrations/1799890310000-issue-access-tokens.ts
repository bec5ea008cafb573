import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds access tokens for programs, and names the token in the log of staff actions. */
export class IssueAccessTokens1799890310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE integrations.access_token (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        owner_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('personal', 'service')),
        name text NOT NULL,
        view_areas text[] NOT NULL DEFAULT '{}',
        manage_areas text[] NOT NULL DEFAULT '{}',
        chapter_id uuid REFERENCES identity.chapter ON DELETE CASCADE,
        token_hash bytea NOT NULL,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        seal bytea NOT NULL,
        CONSTRAINT access_token_hash UNIQUE (token_hash),
        CONSTRAINT access_token_lasts_a_year CHECK (expires_at <= created_at + interval '366 days')
      );
      CREATE INDEX access_token_of_owner ON integrations.access_token (owner_id, created_at DESC);
      CREATE INDEX access_token_by_end ON integrations.access_token (expires_at);
      ALTER TABLE identity.staff_action ADD COLUMN access_token_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.staff_action DROP COLUMN access_token_id;
      DROP TABLE integrations.access_token;
    `);
  }
}
