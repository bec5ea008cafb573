import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places that volunteers offer to somebody they know. */
export class HandOverPlaces1797200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row for each person a place was offered to; whoever takes it first has it.
      CREATE TABLE events.hand_over (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        signup_id uuid NOT NULL REFERENCES events.signup ON DELETE CASCADE,
        -- Whoever is moved to another shift by an organizer has nothing on this one to give.
        shift_id uuid NOT NULL REFERENCES events.shift ON DELETE CASCADE,
        name text NOT NULL,
        email citext NOT NULL,
        outcome text CHECK (outcome IN ('taken', 'declined', 'withdrawn')),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        CHECK ((outcome IS NULL) = (ended_at IS NULL))
      );
      CREATE INDEX hand_over_by_signup ON events.hand_over (signup_id, created_at);
      CREATE INDEX hand_over_by_shift ON events.hand_over (shift_id);
      CREATE INDEX hand_over_by_address ON events.hand_over (email, created_at);
      -- The last guard of all: a place is taken over by one.
      CREATE UNIQUE INDEX hand_over_taken_once ON events.hand_over (signup_id) WHERE outcome = 'taken';

      ALTER TABLE events.signup ADD COLUMN taken_over_from uuid REFERENCES events.signup ON DELETE SET NULL;
      CREATE INDEX signup_taken_over ON events.signup (taken_over_from) WHERE taken_over_from IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.signup DROP COLUMN taken_over_from;
      DROP TABLE events.hand_over;
    `);
  }
}
