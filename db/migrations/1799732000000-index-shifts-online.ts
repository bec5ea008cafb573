import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Around a postcode is also what is online: with an index of those, both are found without reading every open shift. */
export class IndexShiftsOnline1799732000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX shift_open_online ON events.shift (starts_at) WHERE is_open AND NOT is_full AND online',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS events.shift_open_online');
  }
}
