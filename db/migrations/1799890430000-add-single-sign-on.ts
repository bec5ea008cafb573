import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff sign in with an identity provider, whose groups can give roles. Programs of the previous release ignore both. */
export class AddSingleSignOn1799890430000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.sign_in_identity (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        issuer text NOT NULL,
        subject text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        last_used_at timestamptz(3) NOT NULL,
        seal bytea NOT NULL,
        CONSTRAINT sign_in_identity_user UNIQUE (issuer, subject),
        CONSTRAINT sign_in_identity_of_account UNIQUE (account_id, issuer)
      );
      -- Null: given by hand, and never taken away by a group.
      ALTER TABLE identity."grant" ADD COLUMN identity_id uuid;
      ALTER TABLE identity."grant" ADD CONSTRAINT grant_identity_id_fkey
        FOREIGN KEY (identity_id) REFERENCES identity.sign_in_identity ON DELETE CASCADE NOT VALID;
      ALTER TABLE identity.session DROP CONSTRAINT session_first_step_check,
        ADD CONSTRAINT session_first_step_check CHECK (first_step IN ('password', 'code', 'passkey', 'sso')) NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM identity.session WHERE first_step = 'sso';
      ALTER TABLE identity.session DROP CONSTRAINT session_first_step_check,
        ADD CONSTRAINT session_first_step_check CHECK (first_step IN ('password', 'code', 'passkey'));
      DELETE FROM identity."grant" WHERE identity_id IS NOT NULL;
      ALTER TABLE identity."grant" DROP COLUMN identity_id;
      DROP TABLE identity.sign_in_identity;
    `);
  }
}
