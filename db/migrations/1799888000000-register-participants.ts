import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds registrations of participants, and the form that an organizer opens for them. */
export class RegisterParticipants1799888000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE events.registration_form (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        event_id uuid NOT NULL REFERENCES events.event ON DELETE CASCADE,
        is_enabled boolean NOT NULL DEFAULT true,
        -- In the time zone of the event. Null: from publication on, until the event starts.
        opens_at_local timestamp,
        closes_at_local timestamp,
        -- Number of people; null without a limit.
        capacity integer CHECK (capacity > 0),
        max_party integer NOT NULL DEFAULT 1 CHECK (max_party BETWEEN 1 AND 10),
        has_waitlist boolean NOT NULL DEFAULT true,
        questions jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(questions) = 'array'),
        -- Removed questions that have answers.
        past_questions jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(past_questions) = 'array'),
        gift_campaign_id uuid,
        version integer NOT NULL DEFAULT 1,
        -- Registered people and waiting parties, counted by a trigger.
        taken integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
        waiting integer NOT NULL DEFAULT 0 CHECK (waiting >= 0),
        next_in_line bigint NOT NULL DEFAULT 1,
        updated_by uuid REFERENCES identity.account ON DELETE SET NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT registration_form_once UNIQUE (event_id),
        CONSTRAINT registration_within_capacity CHECK (taken <= capacity)
      );

      CREATE TABLE events.registration (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        event_id uuid NOT NULL REFERENCES events.registration_form (event_id) ON DELETE CASCADE,
        name text NOT NULL,
        -- Null for someone whom an organizer added without an address.
        email citext,
        locale text NOT NULL DEFAULT 'en',
        status text NOT NULL CHECK (status IN ('confirmed', 'waitlisted', 'cancelled', 'expired')),
        party integer NOT NULL CHECK (party BETWEEN 1 AND 10),
        -- Values by question ID.
        answers jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(answers) = 'object'),
        line_number bigint,
        arrived integer NOT NULL DEFAULT 0,
        arrived_at timestamptz(3),
        verified_at timestamptz,
        expires_at timestamptz,
        -- The registration that an anonymous request repeated.
        repeat_of uuid REFERENCES events.registration ON DELETE CASCADE,
        token_version integer NOT NULL DEFAULT 0,
        added_by uuid REFERENCES identity.account ON DELETE SET NULL,
        ended_by uuid REFERENCES identity.account ON DELETE SET NULL,
        reminded_at timestamptz,
        -- Milliseconds only, because cursors contain it.
        created_at timestamptz(3) NOT NULL,
        ended_at timestamptz,
        CHECK (arrived BETWEEN 0 AND party)
      );
      CREATE UNIQUE INDEX registration_once ON events.registration (event_id, email)
        WHERE repeat_of IS NULL AND status IN ('confirmed', 'waitlisted');
      CREATE UNIQUE INDEX registration_repeat_once ON events.registration (repeat_of)
        WHERE status IN ('confirmed', 'waitlisted');
      CREATE INDEX registration_of_event ON events.registration (event_id, created_at, id);
      CREATE INDEX registration_waiting ON events.registration (event_id, line_number) WHERE status = 'waitlisted';
      CREATE INDEX registration_unconfirmed ON events.registration (expires_at)
        WHERE verified_at IS NULL AND status IN ('confirmed', 'waitlisted');
      CREATE INDEX registration_to_remind ON events.registration (event_id)
        WHERE status = 'confirmed' AND reminded_at IS NULL;
      CREATE INDEX registration_of_address ON events.registration (email, created_at) WHERE email IS NOT NULL;
      CREATE INDEX registration_repeat ON events.registration (repeat_of) WHERE repeat_of IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE events.registration, events.registration_form');
  }
}
