import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the person who takes a spot over brings the guests of the person who gave it up. */
export class HandOverWithGuests1799880400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE events.hand_over ADD COLUMN with_guests boolean NOT NULL DEFAULT true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE events.hand_over DROP COLUMN with_guests');
  }
}
