import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys of staff. Programs of the previous release ignore them. */
export class AddPasskeys1799890300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.passkey (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        credential_id bytea NOT NULL,
        public_key bytea NOT NULL,
        counter bigint NOT NULL CHECK (counter >= 0),
        name text NOT NULL CHECK (name <> ''),
        created_at timestamptz(3) NOT NULL,
        last_used_at timestamptz(3),
        seal bytea NOT NULL,
        CONSTRAINT passkey_credential UNIQUE (credential_id)
      );
      CREATE INDEX passkey_of_account ON identity.passkey (account_id);
      ALTER TABLE identity.session DROP CONSTRAINT session_first_step_check,
        ADD CONSTRAINT session_first_step_check CHECK (first_step IN ('password', 'code', 'passkey')) NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM identity.session WHERE first_step = 'passkey';
      ALTER TABLE identity.session DROP CONSTRAINT session_first_step_check,
        ADD CONSTRAINT session_first_step_check CHECK (first_step IN ('password', 'code'));
      DROP TABLE identity.passkey;
    `);
  }
}
