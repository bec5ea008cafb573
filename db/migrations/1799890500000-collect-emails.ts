import type { MigrationInterface, QueryRunner } from 'typeorm';

const oldStatuses = `'due', 'sending', 'sent', 'failed', 'bounced', 'skipped'`;
const oldTopics = `'volunteer_messages', 'fundraiser_updates', 'new_signups', 'late_cancellations', 'short_shifts', 'safeguarding',
  'site_messages', 'registration_answers'`;
const newTopics = `'series_dates', 'thank_yous', 'fundraiser_gifts'`;

/** Volunteers and donors can get one email a day. `IndexCollectedEmails` checks older rows. */
export class CollectEmails1799890500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notifications.mail ADD COLUMN digest_id uuid, DROP CONSTRAINT mail_status_check,
        ADD CONSTRAINT mail_status_check CHECK (status IN (${oldStatuses}, 'collected')) NOT VALID,
        ADD CONSTRAINT mail_waits_for_a_digest CHECK (status <> 'collected' OR digest_id IS NOT NULL) NOT VALID;
      ALTER TABLE notifications.preference DROP CONSTRAINT preference_topic_check,
        ADD CONSTRAINT preference_topic_check CHECK (topic IN (${oldTopics}, ${newTopics}));
      ALTER TABLE notifications.staff_notice DROP CONSTRAINT staff_notice_topic_check,
        ADD CONSTRAINT staff_notice_topic_check CHECK (topic IN (${oldTopics}, ${newTopics}));
    `);
  }

  /** Emails that wait are sent right away. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM notifications.mail WHERE template = 'daily-digest';
      UPDATE notifications.mail SET status = 'due' WHERE status = 'collected';
      DELETE FROM notifications.preference WHERE topic IN (${newTopics})
        OR (frequency = 'daily' AND topic IN ('volunteer_messages', 'fundraiser_updates'));
      ALTER TABLE notifications.staff_notice DROP CONSTRAINT staff_notice_topic_check,
        ADD CONSTRAINT staff_notice_topic_check CHECK (topic IN (${oldTopics}));
      ALTER TABLE notifications.preference DROP CONSTRAINT preference_topic_check,
        ADD CONSTRAINT preference_topic_check CHECK (topic IN (${oldTopics}));
      ALTER TABLE notifications.mail DROP CONSTRAINT mail_waits_for_a_digest, DROP COLUMN digest_id,
        DROP CONSTRAINT mail_status_check, ADD CONSTRAINT mail_status_check CHECK (status IN (${oldStatuses}));
    `);
  }
}
