import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds standing sign-ups for a series, and the outcome of each date they covered. */
export class KeepStandingSignups1799885000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE events.standing_signup (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        series_id uuid NOT NULL REFERENCES events.series ON DELETE CASCADE,
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer,
        -- Name of the shift role, and its number among the shifts of that name.
        role text NOT NULL,
        role_number integer NOT NULL DEFAULT 1 CHECK (role_number > 0),
        until date,
        status text NOT NULL CHECK (status IN ('unconfirmed', 'active', 'ended')),
        guests integer NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 20),
        guest_names text[] NOT NULL DEFAULT '{}',
        takes_fewer boolean NOT NULL DEFAULT false,
        locale text NOT NULL DEFAULT 'en',
        -- First sign-up of the request; confirming one of its sign-ups confirms the standing one.
        made_with uuid,
        token_version integer NOT NULL DEFAULT 0,
        added_by uuid REFERENCES identity.account ON DELETE SET NULL,
        ended_by uuid REFERENCES identity.account ON DELETE SET NULL,
        -- Milliseconds only, because cursors contain it.
        created_at timestamptz(3) NOT NULL,
        -- Milliseconds only, because it identifies the sign-ups that ended with it.
        ended_at timestamptz(3),
        -- When the person was last emailed about new dates.
        summarized_at timestamptz(3)
      );
      CREATE UNIQUE INDEX standing_signup_once ON events.standing_signup (series_id, volunteer_id, role, role_number)
        WHERE status = 'active';
      CREATE INDEX standing_signup_of_series ON events.standing_signup (series_id, created_at, id);
      CREATE INDEX standing_signup_of_volunteer ON events.standing_signup (volunteer_id);
      CREATE INDEX standing_signup_open ON events.standing_signup (status, id) WHERE status <> 'ended';

      CREATE TABLE events.standing_signup_date (
        standing_signup_id uuid NOT NULL REFERENCES events.standing_signup ON DELETE CASCADE,
        event_id uuid NOT NULL REFERENCES events.event ON DELETE CASCADE,
        signup_id uuid REFERENCES events.signup ON DELETE SET NULL,
        -- Error code, if the date was refused.
        refusal text,
        -- When the person was informed; milliseconds only, because it identifies the dates of one email.
        told_at timestamptz(3),
        PRIMARY KEY (standing_signup_id, event_id),
        CHECK (signup_id IS NULL OR refusal IS NULL)
      );
      CREATE INDEX standing_signup_date_of_event ON events.standing_signup_date (event_id);
      CREATE INDEX standing_signup_date_of_signup ON events.standing_signup_date (signup_id);
      CREATE INDEX standing_signup_date_untold ON events.standing_signup_date (standing_signup_id) WHERE told_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE events.standing_signup_date, events.standing_signup');
  }
}
