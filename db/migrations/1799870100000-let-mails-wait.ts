import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that goes to many at once (news, statements) waits behind what somebody is waiting for. */
export class LetMailsWait1799870100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notifications.mail ADD COLUMN can_wait boolean NOT NULL DEFAULT false;
      DROP INDEX notifications.mail_due;
      CREATE INDEX mail_due ON notifications.mail (due_at, id) WHERE status = 'due' AND NOT can_wait;
      CREATE INDEX mail_due_last ON notifications.mail (due_at, id) WHERE status = 'due' AND can_wait;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX notifications.mail_due_last, notifications.mail_due;
      CREATE INDEX mail_due ON notifications.mail (due_at, id) WHERE status = 'due';
      ALTER TABLE notifications.mail DROP COLUMN can_wait;
    `);
  }
}
