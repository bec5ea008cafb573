import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Near which postcode a volunteer looks for shifts, where they want to say it. */
export class KnowWhereVolunteersLive1799831000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE volunteers.volunteer ADD COLUMN postcode text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE volunteers.volunteer DROP COLUMN postcode');
  }
}
