import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who come with somebody: a sign-up takes a place for each of them. */
export class BringGuests1797200001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.event ADD COLUMN max_guests integer NOT NULL DEFAULT 0 CHECK (max_guests BETWEEN 0 AND 20);
      ALTER TABLE events.signup
        ADD COLUMN guests integer NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 20),
        ADD COLUMN guest_names text[] NOT NULL DEFAULT '{}',
        -- Takes as many places as are free where not all of them fit.
        ADD COLUMN takes_fewer boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE events.shift s SET taken = s.taken - g.places
      FROM (
        SELECT u.shift_id, sum(u.guests) AS places FROM events.signup u
        WHERE u.status NOT IN ('waitlisted', 'cancelled', 'expired') GROUP BY u.shift_id
      ) g WHERE g.shift_id = s.id AND g.places > 0;
      ALTER TABLE events.signup DROP COLUMN guests, DROP COLUMN guest_names, DROP COLUMN takes_fewer;
      ALTER TABLE events.event DROP COLUMN max_guests;
    `);
  }
}
