import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds messages to the people of an event, and the result of each message per person. */
export class MessageAnEventsPeople1799883000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE events.event_message (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        event_id uuid NOT NULL REFERENCES events.event ON DELETE CASCADE,
        audience text NOT NULL CHECK (audience IN ('everyone', 'with_spot', 'waitlist', 'unconfirmed', 'attended', 'selected')),
        -- An empty list stands for all shifts.
        shift_ids uuid[] NOT NULL DEFAULT '{}',
        signup_ids uuid[] NOT NULL DEFAULT '{}',
        subject text,
        body text,
        subject_es text,
        body_es text,
        author_id uuid REFERENCES identity.account ON DELETE SET NULL,
        -- Milliseconds only, because cursors contain it.
        created_at timestamptz(3) NOT NULL,
        send_at timestamptz(3) NOT NULL,
        -- When the recipients were recorded and their emails queued.
        started_at timestamptz(3),
        stopped_at timestamptz(3),
        CHECK ((audience = 'selected') = (signup_ids <> '{}')),
        CHECK ((subject IS NULL) = (body IS NULL) AND (subject_es IS NULL) = (body_es IS NULL)),
        CHECK (subject IS NOT NULL OR subject_es IS NOT NULL)
      );
      CREATE INDEX event_message_of_event ON events.event_message (event_id, created_at DESC, id DESC);
      CREATE INDEX event_message_due ON events.event_message (send_at) WHERE started_at IS NULL AND stopped_at IS NULL;

      CREATE TABLE events.event_message_recipient (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        message_id uuid NOT NULL REFERENCES events.event_message ON DELETE CASCADE,
        signup_id uuid NOT NULL REFERENCES events.signup ON DELETE CASCADE,
        left_out text CHECK (left_out IN ('no_email', 'ended', 'opted_out')),
        -- When the outcome of the email was added to the volunteer's history, if it was sent.
        settled_at timestamptz,
        CONSTRAINT event_message_recipient_once UNIQUE (message_id, signup_id)
      );
      CREATE INDEX event_message_recipient_of_signup ON events.event_message_recipient (signup_id);
      CREATE INDEX event_message_recipient_open ON events.event_message_recipient (message_id) WHERE settled_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE events.event_message_recipient, events.event_message');
  }
}
