import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the reason for a check-in before the shift opens for it. */
export class CheckInEarly1799886000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE events.signup ADD COLUMN early_reason text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE events.signup DROP COLUMN early_reason');
  }
}
