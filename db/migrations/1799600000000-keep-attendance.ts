import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who came: marks as they were made, and where each sign-up stands by them. */
export class KeepAttendance1799600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.signup DROP CONSTRAINT signup_status_check;
      ALTER TABLE events.signup ADD CONSTRAINT signup_status_check CHECK (status IN
        ('confirmed', 'waitlisted', 'offered', 'checked_in', 'completed', 'no_show', 'cancelled', 'expired'));
      ALTER TABLE events.signup ADD COLUMN checked_in_at timestamptz(3), ADD COLUMN checked_out_at timestamptz(3);
      ALTER TABLE events.signup ADD CONSTRAINT signup_out_after_in CHECK (checked_out_at >= checked_in_at);
      -- Whoever is at one shift, or was, is not at another of the same time.
      ALTER TABLE events.signup DROP CONSTRAINT no_two_overlapping_shifts;
      ALTER TABLE events.signup ADD CONSTRAINT no_two_overlapping_shifts
        EXCLUDE USING gist (volunteer_id WITH =, during WITH &&)
        WHERE (status IN ('confirmed', 'checked_in', 'completed') AND proven_at IS NOT NULL AND overlap_reason IS NULL);
      DROP INDEX events.signup_once;
      CREATE UNIQUE INDEX signup_once ON events.signup (shift_id, volunteer_id, (repeat_of IS NOT NULL))
        WHERE status NOT IN ('cancelled', 'expired');
      CREATE INDEX signup_checked_in ON events.signup (shift_id) WHERE status = 'checked_in';

      -- What somebody at the door said of a sign-up. Never changed but to undo it: where a sign-up stands follows from the
      -- marks that are left, in whatever order the phones at the door were heard.
      CREATE TABLE events.attendance_mark (
        -- Made by the phone: said again, it is the same mark.
        id uuid PRIMARY KEY,
        signup_id uuid NOT NULL REFERENCES events.signup ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('check_in', 'check_out', 'no_show')),
        -- When it happened, and when it was heard.
        at timestamptz(3) NOT NULL,
        heard_at timestamptz NOT NULL,
        made_by uuid REFERENCES identity.account ON DELETE SET NULL,
        undone_at timestamptz,
        undone_by uuid REFERENCES identity.account ON DELETE SET NULL
      );
      CREATE INDEX attendance_mark_by_signup ON events.attendance_mark (signup_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE events.attendance_mark;
      UPDATE events.signup SET status = 'confirmed' WHERE status IN ('checked_in', 'completed', 'no_show');
      ALTER TABLE events.signup DROP CONSTRAINT signup_status_check;
      ALTER TABLE events.signup ADD CONSTRAINT signup_status_check
        CHECK (status IN ('confirmed', 'waitlisted', 'offered', 'cancelled', 'expired'));
      ALTER TABLE events.signup DROP CONSTRAINT no_two_overlapping_shifts;
      ALTER TABLE events.signup ADD CONSTRAINT no_two_overlapping_shifts
        EXCLUDE USING gist (volunteer_id WITH =, during WITH &&)
        WHERE (status = 'confirmed' AND proven_at IS NOT NULL AND overlap_reason IS NULL);
      DROP INDEX events.signup_once;
      CREATE UNIQUE INDEX signup_once ON events.signup (shift_id, volunteer_id, (repeat_of IS NOT NULL))
        WHERE status IN ('confirmed', 'waitlisted', 'offered');
      DROP INDEX events.signup_checked_in;
      ALTER TABLE events.signup DROP COLUMN checked_in_at, DROP COLUMN checked_out_at;
    `);
  }
}
