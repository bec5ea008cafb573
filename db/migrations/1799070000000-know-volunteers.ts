import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a chapter knows of the people who help: their profile, tags, notes, and which chapters know whom. */
export class KnowVolunteers1799070000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE volunteers.volunteer
        ADD COLUMN preferred_name text,
        ADD COLUMN languages text[] NOT NULL DEFAULT '{}',
        ADD COLUMN home_chapter_id uuid REFERENCES identity.chapter,
        ADD COLUMN skill_ids uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN interest_ids uuid[] NOT NULL DEFAULT '{}',
        -- [{ "weekday": 6, "from": "09:00", "until": "12:00" }], by the clock of the home chapter; Monday is 1.
        ADD COLUMN availability jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN birth_year integer CHECK (birth_year BETWEEN 1900 AND 2100),
        ADD COLUMN minor boolean NOT NULL DEFAULT false,
        ADD COLUMN accessibility_needs text,
        ADD COLUMN shows_name_to_peers boolean NOT NULL DEFAULT false,
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        -- Milliseconds are what a cursor carries.
        ADD COLUMN active_at timestamptz(3) NOT NULL DEFAULT now(),
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN merged_into uuid REFERENCES volunteers.volunteer CHECK (merged_into <> id),
        ADD COLUMN erased_at timestamptz,
        ADD COLUMN sort_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(platform.fold(name), 60)) STORED,
        ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (platform.fold(
          name || ' ' || coalesce(preferred_name, '') || ' ' || email::text || ' ' || coalesce(phone, ''))) STORED;

      -- Only people whose address is confirmed are in a list: what strangers type costs the way in no index.
      CREATE INDEX volunteer_by_name ON volunteers.volunteer (sort_name, id) WHERE ${listed};
      CREATE INDEX volunteer_by_activity ON volunteers.volunteer (active_at, id) WHERE ${listed};
      CREATE INDEX volunteer_search ON volunteers.volunteer USING gin (search_text gin_trgm_ops) WHERE ${listed};
      CREATE INDEX volunteer_search_start ON volunteers.volunteer ((left(search_text, 40)) text_pattern_ops) WHERE ${listed};
      CREATE INDEX volunteer_skill ON volunteers.volunteer USING gin (skill_ids) WHERE ${listed} AND skill_ids <> '{}';
      CREATE INDEX volunteer_interest ON volunteers.volunteer USING gin (interest_ids)
        WHERE ${listed} AND interest_ids <> '{}';
      CREATE INDEX volunteer_language ON volunteers.volunteer USING gin (languages) WHERE ${listed} AND languages <> '{}';
      CREATE INDEX volunteer_availability ON volunteers.volunteer USING gin (availability jsonb_path_ops)
        WHERE ${listed} AND availability <> '[]';
      CREATE INDEX volunteer_merged ON volunteers.volunteer (merged_into) WHERE merged_into IS NOT NULL;

      -- Which chapters know whom: where somebody helped, and where they say they belong.
      CREATE TABLE volunteers.membership (
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer ON DELETE CASCADE,
        chapter_id uuid NOT NULL REFERENCES identity.chapter,
        -- Whether they signed up for something of it; else they only say that they belong to it.
        helped boolean NOT NULL DEFAULT false,
        -- A copy of the volunteer's, kept by a trigger: the list of a chapter walks one index in order.
        sort_name text COLLATE "C" NOT NULL,
        active_at timestamptz(3) NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (volunteer_id, chapter_id)
      );
      CREATE INDEX membership_by_name ON volunteers.membership (chapter_id, sort_name, volunteer_id);
      CREATE INDEX membership_by_activity ON volunteers.membership (chapter_id, active_at, volunteer_id);

      -- The words that skills and interests are chosen from.
      CREATE TABLE volunteers.term (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('skill', 'interest')),
        name text NOT NULL,
        name_es text NOT NULL,
        retired_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX term_once ON volunteers.term (kind, platform.fold(name));

      CREATE TABLE volunteers.emergency_contact (
        volunteer_id uuid PRIMARY KEY REFERENCES volunteers.volunteer ON DELETE CASCADE,
        name text NOT NULL,
        phone text NOT NULL,
        relation text,
        updated_at timestamptz NOT NULL
      );

      -- No chapter: for the staff of every chapter that knows the volunteer.
      CREATE TABLE volunteers.tag (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer ON DELETE CASCADE,
        chapter_id uuid REFERENCES identity.chapter,
        name text NOT NULL,
        created_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT tag_once UNIQUE NULLS NOT DISTINCT (volunteer_id, chapter_id, name)
      );
      CREATE INDEX tag_by_name ON volunteers.tag (name, volunteer_id);

      CREATE TABLE volunteers.note (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer ON DELETE CASCADE,
        chapter_id uuid REFERENCES identity.chapter,
        body text NOT NULL,
        author_id uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX note_by_volunteer ON volunteers.note (volunteer_id, created_at);

      -- What happened to a volunteer's record and who did it: codes and ids, never what was written. It only grows.
      CREATE TABLE volunteers.history (
        id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer ON DELETE CASCADE,
        chapter_id uuid REFERENCES identity.chapter,
        kind text NOT NULL,
        -- Empty for the volunteer.
        by_account_id uuid REFERENCES identity.account ON DELETE SET NULL,
        detail text,
        at timestamptz NOT NULL
      );
      CREATE INDEX history_by_volunteer ON volunteers.history (volunteer_id, id);

      INSERT INTO volunteers.term (kind, name, name_es) VALUES ${terms
        .map((term) => `(${term.map((word) => `'${word}'`).join(', ')})`)
        .join(', ')};

      INSERT INTO volunteers.membership (volunteer_id, chapter_id, helped, sort_name, active_at, since)
        SELECT v.id, e.chapter_id, true, v.sort_name, max(u.created_at), min(u.created_at)
        FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
          JOIN events.shift s ON s.id = u.shift_id JOIN events.event e ON e.id = s.event_id
        WHERE u.proven_at IS NOT NULL AND u.repeat_of IS NULL
        GROUP BY v.id, e.chapter_id;
      UPDATE volunteers.volunteer v SET active_at = coalesce(
        (SELECT max(m.active_at) FROM volunteers.membership m WHERE m.volunteer_id = v.id), v.created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER IF EXISTS membership_follows_name ON volunteers.volunteer;
      DROP TABLE volunteers.history, volunteers.note, volunteers.tag, volunteers.emergency_contact, volunteers.term,
        volunteers.membership;
      ALTER TABLE volunteers.volunteer
        DROP COLUMN search_text, DROP COLUMN sort_name, DROP COLUMN erased_at, DROP COLUMN merged_into,
        DROP COLUMN updated_at, DROP COLUMN active_at, DROP COLUMN version, DROP COLUMN shows_name_to_peers,
        DROP COLUMN accessibility_needs, DROP COLUMN minor, DROP COLUMN birth_year, DROP COLUMN availability,
        DROP COLUMN interest_ids, DROP COLUMN skill_ids, DROP COLUMN home_chapter_id, DROP COLUMN languages,
        DROP COLUMN preferred_name;
    `);
  }
}

/** Who is in a list of volunteers, as libs/volunteers/src/directory/listed.ts asks for it. */
const listed = 'proven_at IS NOT NULL AND merged_into IS NULL AND erased_at IS NULL';

/** What an organisation begins with; its admins change it. */
const terms = [
  ['skill', 'Driving', 'Conducir'],
  ['skill', 'First aid', 'Primeros auxilios'],
  ['skill', 'Interpreting', 'Interpretación'],
  ['skill', 'Cooking', 'Cocina'],
  ['skill', 'Childcare', 'Cuidado infantil'],
  ['skill', 'Teaching', 'Enseñanza'],
  ['skill', 'Graphic design', 'Diseño gráfico'],
  ['skill', 'Photography', 'Fotografía'],
  ['skill', 'Bookkeeping', 'Contabilidad'],
  ['skill', 'Legal work', 'Trabajo legal'],
  ['interest', 'Packing kits', 'Preparar paquetes'],
  ['interest', 'Outreach', 'Difusión'],
  ['interest', 'School talks', 'Charlas en escuelas'],
  ['interest', 'Fundraising', 'Recaudación de fondos'],
  ['interest', 'Office work', 'Trabajo de oficina'],
  ['interest', 'Event setup', 'Montaje de eventos'],
  ['interest', 'Online help', 'Ayuda en línea'],
] as const;
