import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holds spots of a shift for people who were asked, until a deadline. Held spots are included in `taken`. */
export class HoldSpots1799888011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.shift
        ADD COLUMN held integer NOT NULL DEFAULT 0,
        ADD COLUMN held_until timestamptz(3),
        ADD CONSTRAINT shift_held_until CHECK (held >= 0 AND held <= taken AND (held = 0 OR held_until IS NOT NULL));
      CREATE INDEX shift_held ON events.shift (held_until) WHERE held > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE events.shift SET taken = taken - held WHERE held > 0;
      ALTER TABLE events.shift DROP CONSTRAINT shift_held_until, DROP COLUMN held, DROP COLUMN held_until;
    `);
  }
}
