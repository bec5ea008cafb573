import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Replies to messages arrive beside the messages from the site. */
export class ReceiveReplies1799888020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outreach.site_message
        ADD volunteer_id uuid,
        -- The message to this person, in volunteers.message once it was sent.
        ADD reply_to_id uuid,
        ADD event_message_id uuid,
        ADD subject text,
        ADD quoted text,
        ADD sent_from text,
        ADD attachment_names text[] NOT NULL DEFAULT '{}',
        ADD is_automatic boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT site_message_volunteer_id_fkey FOREIGN KEY (volunteer_id) REFERENCES volunteers.volunteer NOT VALID,
        ADD CONSTRAINT site_message_reply CHECK ((reply_to_id IS NULL) = (volunteer_id IS NULL)) NOT VALID;
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
