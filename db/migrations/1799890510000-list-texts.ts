import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of texts lists the newest first. */
export class ListTexts1799890510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX sms_by_time ON notifications.sms (created_at DESC, id DESC) WHERE consent_id IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notifications.sms_by_time');
  }
}
