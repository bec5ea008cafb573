import type { MigrationInterface, QueryRunner } from 'typeorm';

const topics = [
  'volunteer_messages',
  'fundraiser_updates',
  'new_signups',
  'late_cancellations',
  'short_shifts',
  'safeguarding',
  'site_messages',
  'registration_answers',
]
  .map((topic) => `'${topic}'`)
  .join(', ');

/** People choose how they're notified, organizers are notified, and addresses that bounce are stopped. */
export class ChooseNotifications1799890100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications.preference (
        recipient citext NOT NULL,
        topic text NOT NULL CHECK (topic IN (${topics})),
        frequency text NOT NULL CHECK (frequency IN ('immediate', 'daily', 'never')),
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (recipient, topic),
        CONSTRAINT safeguarding_is_always_sent CHECK (topic <> 'safeguarding' OR frequency = 'immediate')
      );
      CREATE TABLE notifications.delivery_problem (
        recipient citext PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('bounced', 'complained')),
        reason text NOT NULL,
        since timestamptz(3) NOT NULL
      );
      CREATE TABLE notifications.staff_notice (
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        topic text NOT NULL CHECK (topic IN (${topics})),
        covered_until timestamptz(3) NOT NULL,
        sent_at timestamptz(3),
        PRIMARY KEY (account_id, topic)
      );
      ALTER TABLE events.event_message_recipient DROP CONSTRAINT event_message_recipient_left_out_check,
        ADD CONSTRAINT event_message_recipient_left_out_check
          CHECK (left_out IN ('no_email', 'ended', 'undeliverable', 'opted_out'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE events.event_message_recipient SET left_out = 'no_email' WHERE left_out = 'undeliverable';
      ALTER TABLE events.event_message_recipient DROP CONSTRAINT event_message_recipient_left_out_check,
        ADD CONSTRAINT event_message_recipient_left_out_check CHECK (left_out IN ('no_email', 'ended', 'opted_out'));
      DROP TABLE notifications.staff_notice, notifications.delivery_problem, notifications.preference;
    `);
  }
}
