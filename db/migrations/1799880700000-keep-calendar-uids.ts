import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Marks existing events and sign-ups, whose calendar UIDs may have been sent with the former default suffix. A constant
 * default is stored once, so the tables are not rewritten.
 */
export class KeepCalendarUids1799880700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['events.event', 'events.signup'])
      await runner.query(`
        ALTER TABLE ${table} ADD COLUMN has_old_calendar_uid boolean NOT NULL DEFAULT true;
        ALTER TABLE ${table} ALTER COLUMN has_old_calendar_uid SET DEFAULT false;
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.signup DROP COLUMN has_old_calendar_uid;
      ALTER TABLE events.event DROP COLUMN has_old_calendar_uid;
    `);
  }
}
