import type { MigrationInterface, QueryRunner } from 'typeorm';

const audiences = ['everyone', 'with_spot', 'waitlist', 'unconfirmed', 'attended', 'selected'];
const participants = [
  'participants',
  'participants_registered',
  'participants_waitlist',
  'participants_arrived',
  'volunteers_and_participants',
];
const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

/** Messages to an event's people can go to its participants, who can reply and unsubscribe. */
export class MessageParticipants1799888050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.event_message DROP CONSTRAINT event_message_audience_check,
        ADD CONSTRAINT event_message_audience_check CHECK (audience IN (${list([...audiences, ...participants])}));

      ALTER TABLE events.event_message_recipient ALTER signup_id DROP NOT NULL,
        ADD registration_id uuid REFERENCES events.registration ON DELETE CASCADE,
        ADD CONSTRAINT event_message_recipient_person CHECK (num_nonnulls(signup_id, registration_id) = 1);
      CREATE UNIQUE INDEX event_message_participant_once ON events.event_message_recipient (registration_id, message_id)
        WHERE registration_id IS NOT NULL;

      ALTER TABLE events.registration ADD messages_stopped_at timestamptz;

      -- A participant who replies isn't necessarily a volunteer.
      ALTER TABLE outreach.site_message DROP CONSTRAINT site_message_reply,
        ADD CONSTRAINT site_message_reply CHECK (reply_to_id IS NOT NULL OR volunteer_id IS NULL) NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM outreach.site_message WHERE reply_to_id IS NOT NULL AND volunteer_id IS NULL;
      ALTER TABLE outreach.site_message DROP CONSTRAINT site_message_reply,
        ADD CONSTRAINT site_message_reply CHECK ((reply_to_id IS NULL) = (volunteer_id IS NULL));
      ALTER TABLE events.registration DROP COLUMN messages_stopped_at;
      DELETE FROM events.event_message WHERE audience IN (${list(participants)});
      ALTER TABLE events.event_message_recipient DROP COLUMN registration_id, ALTER signup_id SET NOT NULL;
      ALTER TABLE events.event_message DROP CONSTRAINT event_message_audience_check,
        ADD CONSTRAINT event_message_audience_check CHECK (audience IN (${list(audiences)}));
    `);
  }
}
