import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds whether the recipient of a place also takes over the giver's guests. */
export class HandOverWithGuests1799880400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE events.hand_over ADD COLUMN with_guests boolean NOT NULL DEFAULT true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE events.hand_over DROP COLUMN with_guests');
  }
}
