import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds groups: sign-ups of a class or a company with one contact person, whose members are named later. */
export class SignUpGroups1799888010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.event
        ADD COLUMN max_group_size integer NOT NULL DEFAULT 0 CHECK (max_group_size BETWEEN 0 AND 40);
      ALTER TABLE events.signup
        ADD COLUMN group_name text,
        ADD COLUMN minor_guests integer NOT NULL DEFAULT 0,
        ADD CONSTRAINT signup_minor_guests_check CHECK (minor_guests >= 0) NOT VALID,
        ADD COLUMN absent_guests integer[] NOT NULL DEFAULT '{}',
        DROP CONSTRAINT signup_guests_check,
        ADD CONSTRAINT signup_guests_check CHECK (guests BETWEEN 0 AND 39) NOT VALID;
      UPDATE events.series SET template = template || '{"maxGroupSize": 0}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE events.shift s SET taken = s.taken - g.places
      FROM (
        SELECT u.shift_id, sum(u.guests - 20) AS places FROM events.signup u
        WHERE u.guests > 20 AND u.status NOT IN ('waitlisted', 'cancelled', 'expired') GROUP BY u.shift_id
      ) g WHERE g.shift_id = s.id;
      UPDATE events.signup SET guests = 20, guest_names = guest_names[1:20] WHERE guests > 20;
      ALTER TABLE events.signup
        DROP COLUMN group_name, DROP COLUMN minor_guests, DROP COLUMN absent_guests,
        DROP CONSTRAINT signup_guests_check,
        ADD CONSTRAINT signup_guests_check CHECK (guests BETWEEN 0 AND 20);
      ALTER TABLE events.event DROP COLUMN max_group_size;
    `);
  }
}
