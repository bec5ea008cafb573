import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the emails of a daily summary, and checks older rows, while requests go on. */
export class IndexCollectedEmails1799890501000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX CONCURRENTLY IF NOT EXISTS mail_of_digest ON notifications.mail (digest_id) WHERE digest_id IS NOT NULL`,
    );
    await runner.query('ALTER TABLE notifications.mail VALIDATE CONSTRAINT mail_status_check');
    await runner.query('ALTER TABLE notifications.mail VALIDATE CONSTRAINT mail_waits_for_a_digest');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notifications.mail_of_digest');
  }
}
