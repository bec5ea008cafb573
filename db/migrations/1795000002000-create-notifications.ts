import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox: a mail is a row first, written in the transaction of its cause. */
export class CreateNotifications1795000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA notifications;

      CREATE TABLE notifications.mail (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        key text NOT NULL UNIQUE,
        template text NOT NULL,
        -- The thing the mail is about; looked up again when the mail is sent.
        subject_id uuid,
        recipient citext NOT NULL,
        locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'es')),
        data jsonb NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'due'
          CHECK (status IN ('due', 'sending', 'sent', 'failed', 'bounced', 'skipped')),
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        -- When it was first handed to the mail server: from here the patience with that server is counted.
        first_tried_at timestamptz,
        claimed_by uuid,
        claimed_until timestamptz,
        sent_at timestamptz,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX mail_due ON notifications.mail (due_at, id) WHERE status = 'due';
      CREATE INDEX mail_claimed ON notifications.mail (claimed_until) WHERE status = 'sending';
      CREATE INDEX mail_log ON notifications.mail (created_at DESC, id DESC);
      CREATE INDEX mail_in_trouble ON notifications.mail (created_at DESC, id DESC)
        WHERE status IN ('failed', 'bounced');
      CREATE INDEX mail_by_subject ON notifications.mail (subject_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA notifications CASCADE;`);
  }
}
