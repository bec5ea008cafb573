import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lines that every page names; db/content writes what the product brings along, and staff keep them true. */
export class CreateHelpLines1799840000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE learning.help_line (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        -- What a release knows it by; null for a line that staff added.
        code text CONSTRAINT help_line_code_once UNIQUE CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name text NOT NULL CHECK (name <> ''),
        name_es text NOT NULL CHECK (name_es <> ''),
        about text NOT NULL CHECK (about <> ''),
        about_es text NOT NULL CHECK (about_es <> ''),
        -- A short code such as 911 has no country in it: it is no E.164 number, and is never made one.
        phone_kind text NOT NULL CHECK (phone_kind IN ('e164', 'short_code')),
        phone text NOT NULL,
        phone_shown text NOT NULL CHECK (phone_shown <> ''),
        text_kind text CHECK (text_kind IN ('e164', 'short_code')),
        text_number text,
        text_shown text,
        tty text CHECK (tty ~ '^[0-9]{3,6}$' OR tty ~ '^\\+[1-9][0-9]{6,14}$'),
        chat_url text CHECK (chat_url ~ '^https://'),
        all_day boolean NOT NULL,
        hours text,
        hours_es text,
        confidential boolean NOT NULL DEFAULT false,
        takes_reports boolean NOT NULL DEFAULT false,
        for_emergencies boolean NOT NULL DEFAULT false,
        languages text[] NOT NULL DEFAULT '{}',
        interpreted_languages integer CHECK (interpreted_languages > 0),
        country text NOT NULL DEFAULT 'US' CHECK (country ~ '^[A-Z]{2}$'),
        area text NOT NULL DEFAULT '',
        area_es text NOT NULL DEFAULT '',
        source_name text NOT NULL CHECK (source_name <> ''),
        source_year integer NOT NULL CHECK (source_year BETWEEN 2000 AND 2100),
        source_url text NOT NULL CHECK (source_url ~ '^https://'),
        verified_on date NOT NULL,
        verify_by date NOT NULL,
        verified_by uuid REFERENCES identity.account ON DELETE SET NULL,
        position integer NOT NULL DEFAULT 100 CHECK (position > 0),
        published boolean NOT NULL DEFAULT false,
        -- For which day staff were told that it is to be checked again.
        told_for date,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT help_line_phone CHECK (CASE phone_kind WHEN 'e164' THEN phone ~ '^\\+[1-9][0-9]{6,14}$'
          ELSE phone ~ '^[0-9]{3,6}$' END),
        CONSTRAINT help_line_text CHECK (CASE text_kind WHEN 'e164' THEN text_number ~ '^\\+[1-9][0-9]{6,14}$'
          WHEN 'short_code' THEN text_number ~ '^[0-9]{3,6}$' ELSE text_number IS NULL END),
        CONSTRAINT help_line_hours CHECK (all_day OR (hours <> '' AND hours_es <> '')),
        CONSTRAINT help_line_days CHECK (verify_by > verified_on)
      );
      CREATE INDEX help_line_in_order ON learning.help_line (position, id) WHERE published;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE learning.help_line');
  }
}
