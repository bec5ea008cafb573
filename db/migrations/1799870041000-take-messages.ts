import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people write on the site, where a chapter reads it, where it meets, and who of it wants to be shown. */
export class TakeMessages1799870041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.chapter ADD contact_email citext, ADD meeting_place text, ADD postcode text;

      -- Somebody of staff who wants to be shown on the page of a chapter. Nothing said, nobody is.
      CREATE TABLE identity.chapter_person (
        chapter_id uuid NOT NULL REFERENCES identity.chapter ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        role_en text NOT NULL CHECK (role_en <> ''),
        role_es text NOT NULL CHECK (role_es <> ''),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (chapter_id, account_id)
      );
      CREATE INDEX chapter_person_of_account ON identity.chapter_person (account_id);

      CREATE TABLE outreach.site_message (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        chapter_id uuid REFERENCES identity.chapter,
        name text NOT NULL CHECK (name <> ''),
        email citext NOT NULL,
        body text NOT NULL CHECK (body <> ''),
        language text NOT NULL CHECK (language IN ('en', 'es')),
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered')),
        answered_at timestamptz,
        answered_by uuid REFERENCES identity.account ON DELETE SET NULL,
        -- The same form with the same words is one message, however often it is sent.
        form_hash bytea NOT NULL CONSTRAINT site_message_once UNIQUE,
        -- A cursor carries it.
        received_at timestamptz(3) NOT NULL,
        CHECK ((status = 'answered') = (answered_at IS NOT NULL))
      );
      CREATE INDEX site_message_by_time ON outreach.site_message (received_at DESC, id DESC);
      CREATE INDEX site_message_open ON outreach.site_message (chapter_id, received_at DESC, id DESC) WHERE status = 'open';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE outreach.site_message;
      DROP TABLE identity.chapter_person;
      ALTER TABLE identity.chapter DROP COLUMN contact_email, DROP COLUMN meeting_place, DROP COLUMN postcode;
    `);
  }
}
