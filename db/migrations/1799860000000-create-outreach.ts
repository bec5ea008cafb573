import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schools and districts that are asked to teach, and what became of it. */
export class CreateOutreach1799860000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS outreach;

      -- Districts and schools by their numbers at NCES, which never change.
      CREATE TABLE outreach.directory_entry (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('district', 'school')),
        nces_id text NOT NULL UNIQUE CHECK (nces_id ~ '^([0-9]{7}|[0-9]{12})$'),
        district_id uuid REFERENCES outreach.directory_entry,
        name text NOT NULL CHECK (name <> ''),
        level text CHECK (level IN ('elementary', 'middle', 'high', 'secondary', 'other')),
        city text NOT NULL,
        state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
        postcode text NOT NULL,
        made_up boolean NOT NULL DEFAULT false,
        imported_at timestamptz NOT NULL,
        search_text text NOT NULL GENERATED ALWAYS AS (platform.fold(name || ' ' || city)) STORED,
        CHECK ((kind = 'school') = (district_id IS NOT NULL)),
        CHECK ((kind = 'school') = (level IS NOT NULL))
      );
      CREATE INDEX directory_entry_search ON outreach.directory_entry USING gin (search_text gin_trgm_ops);
      CREATE INDEX directory_entry_search_start ON outreach.directory_entry (left(search_text, 40) text_pattern_ops);
      CREATE INDEX directory_entry_by_name ON outreach.directory_entry (name, id);
      CREATE INDEX directory_entry_of_district ON outreach.directory_entry (district_id) WHERE district_id IS NOT NULL;

      CREATE TABLE outreach.ask (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid REFERENCES outreach.directory_entry,
        school text NOT NULL CHECK (school <> ''),
        city text NOT NULL,
        state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
        chapter_id uuid REFERENCES identity.chapter,
        asker text NOT NULL CHECK (asker IN ('parent', 'teacher', 'student', 'staff')),
        name text,
        email citext,
        language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'es')),
        letter_en text NOT NULL,
        letter_es text NOT NULL,
        letter_by text NOT NULL CHECK (letter_by IN ('self', 'us')),
        status text NOT NULL CHECK (status IN
          ('unconfirmed', 'district', 'contact', 'asked', 'meeting', 'committed', 'taught', 'protocol', 'closed')),
        owner_id uuid REFERENCES identity.account ON DELETE SET NULL,
        next_step text,
        next_step_on date,
        step_version integer NOT NULL DEFAULT 0,
        token_version integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        -- A cursor carries it.
        changed_at timestamptz(3) NOT NULL,
        search_text text NOT NULL GENERATED ALWAYS AS (platform.fold(school || ' ' || city || ' ' || coalesce(name, ''))) STORED,
        CHECK ((next_step IS NULL) = (next_step_on IS NULL)),
        -- Whoever begins one on the site says who they are, until they take it back.
        CHECK ((name IS NULL) = (email IS NULL))
      );
      CREATE INDEX ask_by_change ON outreach.ask (changed_at DESC, id DESC) WHERE status <> 'unconfirmed';
      CREATE INDEX ask_of_chapter ON outreach.ask (chapter_id, status);
      CREATE INDEX ask_by_entry ON outreach.ask (entry_id) WHERE entry_id IS NOT NULL;
      CREATE INDEX ask_of_owner ON outreach.ask (owner_id) WHERE owner_id IS NOT NULL;
      CREATE INDEX ask_unconfirmed ON outreach.ask (created_at) WHERE status = 'unconfirmed';
      CREATE INDEX ask_search ON outreach.ask USING gin (search_text gin_trgm_ops);

      -- Added to, never changed.
      CREATE TABLE outreach.ask_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        ask_id uuid NOT NULL REFERENCES outreach.ask ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN
          ('started', 'status', 'plan', 'chapter', 'contact', 'note', 'document', 'lesson', 'shift', 'withdrawn')),
        from_status text,
        to_status text,
        detail text,
        by_account_id uuid REFERENCES identity.account ON DELETE SET NULL,
        at timestamptz NOT NULL,
        CHECK ((kind = 'status') = (from_status IS NOT NULL AND to_status IS NOT NULL))
      );
      CREATE INDEX ask_change_of_ask ON outreach.ask_change (ask_id, id);
      CREATE INDEX ask_change_of_day ON outreach.ask_change (at) WHERE kind = 'status';

      CREATE TABLE outreach.contact (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        ask_id uuid NOT NULL REFERENCES outreach.ask ON DELETE CASCADE,
        name text NOT NULL CHECK (name <> ''),
        role text NOT NULL,
        email citext,
        phone text,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX contact_of_ask ON outreach.contact (ask_id, created_at);
      CREATE INDEX contact_by_name ON outreach.contact (name, id);

      CREATE TABLE outreach.note (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        ask_id uuid NOT NULL REFERENCES outreach.ask ON DELETE CASCADE,
        body text NOT NULL CHECK (body <> ''),
        author_id uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX note_of_ask ON outreach.note (ask_id, created_at);

      CREATE TABLE outreach.document (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        ask_id uuid NOT NULL REFERENCES outreach.ask ON DELETE CASCADE,
        file_name text NOT NULL CHECK (file_name <> ''),
        sha256 bytea NOT NULL,
        bytes bytea NOT NULL,
        size integer NOT NULL CHECK (size > 0),
        uploaded_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        -- A form sent twice adds nothing.
        UNIQUE (ask_id, sha256)
      );

      CREATE TABLE outreach.lesson (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        ask_id uuid NOT NULL REFERENCES outreach.ask ON DELETE CASCADE,
        taught_on date NOT NULL,
        students integer NOT NULL CHECK (students BETWEEN 1 AND 100000),
        curriculum text NOT NULL CHECK (curriculum <> ''),
        recorded_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX lesson_of_ask ON outreach.lesson (ask_id, taught_on);
      CREATE INDEX lesson_by_day ON outreach.lesson (taught_on);

      CREATE TABLE outreach.ask_shift (
        ask_id uuid NOT NULL REFERENCES outreach.ask ON DELETE CASCADE,
        shift_id uuid NOT NULL REFERENCES events.shift ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (ask_id, shift_id)
      );
      CREATE INDEX ask_shift_of_shift ON outreach.ask_shift (shift_id);

      -- Facts with their source: looked at again, and changed by a later migration.
      CREATE TABLE outreach.statute (
        code text PRIMARY KEY,
        state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
        name text NOT NULL,
        year integer NOT NULL,
        asks_en text NOT NULL,
        asks_es text NOT NULL,
        duties text[] NOT NULL DEFAULT '{}',
        publisher text NOT NULL,
        url text NOT NULL,
        checked_on date NOT NULL
      );
      INSERT INTO outreach.statute (code, state, name, year, asks_en, asks_es, duties, publisher, url, checked_on) VALUES
        ('ab-1227', 'CA', 'AB 1227', 2017,
         'Students are taught about this at least once in middle school and at least once in high school, and staff are trained.',
         'Se enseña sobre este tema al menos una vez en la escuela intermedia y una vez en la preparatoria, y el personal recibe capacitación.',
         '{instruction,staff-training}', 'State of California',
         'https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=201720180AB1227', '2026-11-20'),
        ('sb-1104', 'CA', 'SB 1104', 2018,
         'Schools find ways to inform parents and guardians of students in grades 6 to 12.',
         'Las escuelas buscan formas de informar a madres, padres y tutores de los grados 6 a 12.',
         '{inform-parents}', 'State of California',
         'https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=201720180SB1104', '2026-11-20');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA outreach CASCADE');
  }
}
