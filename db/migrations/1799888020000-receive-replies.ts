import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Replies to messages arrive beside the messages from the site. */
export class ReceiveReplies1799888020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outreach.site_message
        ADD volunteer_id uuid REFERENCES volunteers.volunteer,
        -- The message to this person, in volunteers.message once it was sent.
        ADD reply_to_id uuid,
        ADD event_message_id uuid,
        ADD subject text,
        ADD quoted text,
        ADD sent_from text,
        ADD attachment_names text[] NOT NULL DEFAULT '{}',
        ADD is_automatic boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT site_message_reply CHECK ((reply_to_id IS NULL) = (volunteer_id IS NULL));
      CREATE INDEX site_message_reply_to ON outreach.site_message (reply_to_id) WHERE reply_to_id IS NOT NULL;
      CREATE INDEX site_message_of_event_message ON outreach.site_message (event_message_id)
        WHERE event_message_id IS NOT NULL;
      CREATE INDEX site_message_of_volunteer ON outreach.site_message (volunteer_id) WHERE volunteer_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM outreach.site_message WHERE reply_to_id IS NOT NULL;
      DROP TRIGGER IF EXISTS refuse_erased_person ON outreach.site_message;
      ALTER TABLE outreach.site_message DROP COLUMN volunteer_id, DROP COLUMN reply_to_id, DROP COLUMN event_message_id,
        DROP COLUMN subject, DROP COLUMN quoted, DROP COLUMN sent_from, DROP COLUMN attachment_names, DROP COLUMN is_automatic;
    `);
  }
}
