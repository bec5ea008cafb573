import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reserves spots of a shift for people who were asked, until a deadline. Reserved spots are included in `taken`. */
export class ReserveSpots1799888011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.shift
        ADD COLUMN reserved integer NOT NULL DEFAULT 0,
        ADD COLUMN reserved_until timestamptz(3),
        ADD CONSTRAINT shift_reserved_until CHECK (reserved >= 0 AND reserved <= taken AND (reserved = 0 OR reserved_until IS NOT NULL));
      CREATE INDEX shift_reserved ON events.shift (reserved_until) WHERE reserved > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE events.shift SET taken = taken - reserved WHERE reserved > 0;
      ALTER TABLE events.shift DROP CONSTRAINT shift_reserved_until, DROP COLUMN reserved, DROP COLUMN reserved_until;
    `);
  }
}
