import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds series of events. An occurrence is an event that remembers the wall time its series planned for it. */
export class RepeatEvents1799884000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE events.series (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        chapter_id uuid NOT NULL REFERENCES identity.chapter,
        -- Event slugs contain their date, so that a path names either a series or an event.
        slug text NOT NULL UNIQUE CHECK (slug !~ '[0-9]{4}-[0-9]{2}-[0-9]{2}'),
        title text NOT NULL,
        time_zone text NOT NULL,
        -- RFC 5545 RRULE without DTSTART and UNTIL.
        rule text NOT NULL,
        first_local timestamp NOT NULL,
        extra_dates timestamp[] NOT NULL DEFAULT '{}',
        excluded_dates timestamp[] NOT NULL DEFAULT '{}',
        until date,
        skips_holidays boolean NOT NULL DEFAULT false,
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'ended')),
        template jsonb NOT NULL CHECK (jsonb_typeof(template) = 'object'),
        -- The series that this one was split from.
        continues_series_id uuid REFERENCES events.series,
        version integer NOT NULL DEFAULT 1,
        published_at timestamptz,
        created_by uuid REFERENCES identity.account ON DELETE SET NULL,
        updated_by uuid REFERENCES identity.account ON DELETE SET NULL,
        -- Milliseconds only, because cursors contain it.
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX series_by_chapter ON events.series (chapter_id, created_at, id);
      CREATE INDEX series_continues ON events.series (continues_series_id) WHERE continues_series_id IS NOT NULL;
      CREATE INDEX series_to_extend ON events.series (id) WHERE status <> 'ended';

      ALTER TABLE events.event
        ADD COLUMN series_id uuid REFERENCES events.series,
        ADD COLUMN original_local timestamp,
        ADD COLUMN overrides text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT event_of_series CHECK ((series_id IS NULL) = (original_local IS NULL)) NOT VALID;
      CREATE UNIQUE INDEX event_of_series_once ON events.event (series_id, original_local) WHERE series_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.event DROP COLUMN series_id, DROP COLUMN original_local, DROP COLUMN overrides;
      DROP TABLE events.series;
    `);
  }
}
