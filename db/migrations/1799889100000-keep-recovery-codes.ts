import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes that replace one from an authenticator app, and the secret of a new app until its first code. */
export class KeepRecoveryCodes1799889100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.recovery_code (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        -- HMAC with a key that only the programs know, so a row that was written elsewhere is worthless.
        code_hash bytea NOT NULL,
        created_at timestamptz(3) NOT NULL,
        used_at timestamptz(3),
        CONSTRAINT recovery_code_once UNIQUE (account_id, code_hash)
      );
      ALTER TABLE identity.account ADD COLUMN totp_next_secret_sealed text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.account DROP COLUMN totp_next_secret_sealed;
      DROP TABLE identity.recovery_code;
    `);
  }
}
