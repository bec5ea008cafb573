import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles that open money or the sealed zone are given by two people, and who counts as two is a question of its own. */
export class GuardPowerfulRoles1795000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.account
        ADD created_by uuid REFERENCES identity.account ON DELETE SET NULL,
        -- Whoever runs the server says at the command line that this is a person of their own.
        ADD vouched_at timestamptz,
        -- That the second step is to be forgotten: when it was asked for, when it happens, and who asked.
        ADD totp_reset_requested_at timestamptz,
        ADD totp_reset_at timestamptz,
        ADD totp_reset_by uuid REFERENCES identity.account ON DELETE SET NULL;
      ALTER TABLE identity.session ADD second_step_at timestamptz;

      CREATE TABLE identity.role_request (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        role text NOT NULL,
        chapter_id uuid REFERENCES identity.chapter ON DELETE CASCADE,
        status text NOT NULL,
        requested_by uuid REFERENCES identity.account ON DELETE SET NULL,
        requested_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        approved_by uuid REFERENCES identity.account ON DELETE SET NULL,
        approved_at timestamptz,
        begins_at timestamptz,
        begun_at timestamptz,
        ended_by uuid REFERENCES identity.account ON DELETE SET NULL,
        ended_at timestamptz,
        CONSTRAINT role_request_role CHECK (role IN ('admin', 'advocate', 'finance', 'moderator')),
        CONSTRAINT role_request_status
          CHECK (status IN ('requested', 'approved', 'active', 'rejected', 'expired', 'revoked')),
        CONSTRAINT role_request_second_person CHECK (approved_by <> requested_by AND approved_by <> account_id),
        CONSTRAINT role_request_approved CHECK ((approved_at IS NULL) = (begins_at IS NULL)),
        CONSTRAINT role_request_waits CHECK (begun_at >= begins_at)
      );
      CREATE UNIQUE INDEX role_request_open ON identity.role_request (account_id, role, chapter_id)
        NULLS NOT DISTINCT WHERE status IN ('requested', 'approved');
      CREATE INDEX role_request_by_time ON identity.role_request (requested_at);

      CREATE TABLE identity.role_request_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        request_id uuid NOT NULL REFERENCES identity.role_request ON DELETE CASCADE,
        status text NOT NULL,
        -- Null for the calendar, or for somebody whose account is gone.
        by_account_id uuid REFERENCES identity.account ON DELETE SET NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX role_request_change_by_request ON identity.role_request_change (request_id, id);

      ALTER TABLE identity."grant"
        ADD granted_by uuid REFERENCES identity.account ON DELETE SET NULL,
        ADD request_id uuid REFERENCES identity.role_request ON DELETE SET NULL,
        ADD by_command_line boolean NOT NULL DEFAULT false;

      -- What somebody is to be told about an account; a job makes mails of it.
      CREATE TABLE identity.notice (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        recipient_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        by_account_id uuid REFERENCES identity.account ON DELETE SET NULL,
        role text,
        chapter_id uuid REFERENCES identity.chapter ON DELETE CASCADE,
        -- When what it tells of begins, where that is later.
        begins_at timestamptz,
        created_at timestamptz NOT NULL,
        mailed_at timestamptz
      );
      CREATE INDEX notice_to_mail ON identity.notice (created_at) WHERE mailed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.notice;
      ALTER TABLE identity."grant" DROP by_command_line, DROP request_id, DROP granted_by;
      DROP TABLE identity.role_request_change, identity.role_request;
      ALTER TABLE identity.session DROP second_step_at;
      ALTER TABLE identity.account DROP totp_reset_by, DROP totp_reset_at, DROP totp_reset_requested_at,
        DROP vouched_at, DROP created_by;
    `);
  }
}
