import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is who: chapters, accounts, the roles they hold, and how they prove it. */
export class CreateIdentity1795000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA identity;

      CREATE TABLE identity.chapter (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        slug text NOT NULL UNIQUE,
        time_zone text NOT NULL,
        city text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE identity.account (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email citext NOT NULL UNIQUE,
        name text NOT NULL,
        locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'es')),
        password_hash text,
        totp_secret_sealed text,
        totp_confirmed_at timestamptz,
        -- The last 30-second step a code was used for: a code seen over a shoulder is worth nothing.
        totp_last_step bigint,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE identity."grant" (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        role text NOT NULL
          CHECK (role IN ('volunteer', 'organizer', 'business', 'advocate', 'finance', 'moderator', 'admin')),
        chapter_id uuid REFERENCES identity.chapter ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT admin_is_for_all CHECK (role <> 'admin' OR chapter_id IS NULL),
        CONSTRAINT grant_once UNIQUE NULLS NOT DISTINCT (account_id, role, chapter_id)
      );

      CREATE TABLE identity.session (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        token_hash bytea NOT NULL UNIQUE,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        second_step text NOT NULL CHECK (second_step IN ('not-needed', 'needed', 'setup-needed', 'done')),
        user_agent text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX session_by_account ON identity.session (account_id);

      CREATE TABLE identity.sign_in_code (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email citext NOT NULL,
        -- An invitation tells somebody of a new account; it has no digits, they ask for a code when they come.
        kind text NOT NULL DEFAULT 'code' CHECK (kind IN ('code', 'invitation')),
        locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'es')),
        attempts integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        mailed_at timestamptz
      );
      CREATE INDEX sign_in_code_by_email ON identity.sign_in_code (email, created_at DESC);
      CREATE INDEX sign_in_code_to_mail ON identity.sign_in_code (created_at) WHERE mailed_at IS NULL;

      -- What happened to accounts, for a person who asks; no addresses, no user agents.
      CREATE TABLE identity.security_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        -- Who did it, when it was not the account itself.
        by_account_id uuid REFERENCES identity.account ON DELETE SET NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX security_event_by_account ON identity.security_event (account_id, at);

      -- Read and written by rate-limiter-flexible, in this order of columns; keys are hashes.
      CREATE TABLE identity.rate_limit (
        key text PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA identity CASCADE;`);
  }
}
