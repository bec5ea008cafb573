import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds requests for school talks. */
export class RequestSchoolTalks1799880850000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outreach.school_talk (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid REFERENCES outreach.directory_entry,
        school text NOT NULL CHECK (school <> ''),
        city text NOT NULL,
        postcode text CHECK (postcode <> ''),
        chapter_id uuid REFERENCES identity.chapter,
        name text NOT NULL CHECK (name <> ''),
        role text NOT NULL CHECK (role <> ''),
        email citext NOT NULL,
        phone text,
        grades text NOT NULL CHECK (grades <> ''),
        students integer NOT NULL CHECK (students > 0),
        preferred_dates text CHECK (preferred_dates <> ''),
        format text NOT NULL CHECK (format IN ('in_person', 'online', 'either')),
        talk_language text NOT NULL CHECK (talk_language IN ('en', 'es', 'both')),
        message text NOT NULL,
        language text NOT NULL CHECK (language IN ('en', 'es')),
        status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'answered', 'planned', 'declined')),
        status_at timestamptz,
        status_by uuid REFERENCES identity.account ON DELETE SET NULL,
        -- Submitting the same form again creates no second request.
        form_hash bytea NOT NULL CONSTRAINT school_talk_once UNIQUE,
        -- Milliseconds only, because cursors contain it.
        received_at timestamptz(3) NOT NULL,
        CHECK ((status = 'new') = (status_at IS NULL))
      );
      CREATE INDEX school_talk_by_time ON outreach.school_talk (received_at DESC, id DESC);
      CREATE INDEX school_talk_new ON outreach.school_talk (chapter_id, received_at DESC, id DESC) WHERE status = 'new';
      CREATE INDEX school_talk_by_email ON outreach.school_talk (email);
      CREATE INDEX school_talk_of_entry ON outreach.school_talk (entry_id) WHERE entry_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outreach.school_talk');
  }
}
