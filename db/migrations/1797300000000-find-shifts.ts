import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open shifts are found by what their event says: a shift carries the chapter, the languages and the postcode of it. */
export class FindShifts1797300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where a postcode lies, as the Census tells it: distances are worked out here, and no map service is asked.
      CREATE TABLE platform.postcode (
        code text PRIMARY KEY,
        latitude double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
        longitude double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180)
      );
      CREATE INDEX postcode_by_latitude ON platform.postcode (latitude, longitude);

      -- The ZIP code at the end of the address; a number in front is a house's.
      ALTER TABLE events.event ADD COLUMN postcode text GENERATED ALWAYS AS
        (substring(place from '[ ,](\\d{5})(?:-\\d{4})?[ .]*(?:,? *(?:USA|US|United States))?[ .]*$')) STORED;

      ALTER TABLE events.shift
        -- Copies of the event's, kept by triggers: with them the list of open shifts reads one table.
        ADD COLUMN chapter_id uuid,
        ADD COLUMN languages text[],
        ADD COLUMN postcode text,
        ADD COLUMN online boolean NOT NULL DEFAULT false,
        ADD COLUMN is_open boolean NOT NULL DEFAULT false,
        ADD COLUMN skill_ids uuid[] NOT NULL DEFAULT '{}';
      UPDATE events.shift s SET chapter_id = e.chapter_id, languages = e.languages, postcode = e.postcode,
          online = e.online, is_open = e.status = 'published'
        FROM events.event e WHERE e.id = s.event_id;
      ALTER TABLE events.shift ALTER COLUMN chapter_id SET NOT NULL, ALTER COLUMN languages SET NOT NULL;
      CREATE INDEX shift_open ON events.shift (starts_at, id) WHERE is_open AND NOT is_full;
      CREATE INDEX shift_open_of_chapter ON events.shift (chapter_id, starts_at, id) WHERE is_open AND NOT is_full;
      CREATE INDEX shift_open_near ON events.shift (postcode, starts_at) WHERE is_open AND NOT is_full;
      -- Of the few that ask for something.
      CREATE INDEX shift_open_asking ON events.shift (starts_at, id) WHERE is_open AND NOT is_full AND skill_ids <> '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER IF EXISTS shift_takes_after_event ON events.shift;
      DROP TRIGGER IF EXISTS shifts_follow_event ON events.event;
      ALTER TABLE events.shift DROP COLUMN chapter_id, DROP COLUMN languages, DROP COLUMN postcode, DROP COLUMN online,
        DROP COLUMN is_open, DROP COLUMN skill_ids;
      ALTER TABLE events.event DROP COLUMN postcode;
      DROP TABLE platform.postcode;
    `);
  }
}
