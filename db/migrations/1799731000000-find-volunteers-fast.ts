import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlText } from '../sql-source.js';

/** Lists of volunteers stay fast with a million of them: by surnames, by telephone numbers, and in a chapter by what people can do. */
export class FindVolunteersFast1799731000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlText('functions/volunteers/traits.sql'));
    await runner.query(`
      ALTER TABLE volunteers.volunteer ADD COLUMN sort_last text COLLATE "C" NOT NULL GENERATED ALWAYS AS
        (left(platform.fold(substring(name from '(\\S+)\\s*$') || ' ' || name), 60)) STORED;
      CREATE INDEX volunteer_by_last ON volunteers.volunteer (sort_last, id) WHERE ${listed};
      -- A number is found from its beginning, without the code of country and area, or by its last digits.
      CREATE INDEX volunteer_phone_begins ON volunteers.volunteer (phone text_pattern_ops) WHERE ${listed};
      CREATE INDEX volunteer_phone_local ON volunteers.volunteer (substr(phone, 6) text_pattern_ops) WHERE ${listed};
      CREATE INDEX volunteer_phone_ends ON volunteers.volunteer (reverse(phone) text_pattern_ops) WHERE ${listed};

      -- Copies of the volunteer's, kept by triggers, like the name.
      ALTER TABLE volunteers.membership
        ADD COLUMN sort_last text COLLATE "C" NOT NULL DEFAULT '',
        ADD COLUMN traits uuid[] NOT NULL DEFAULT '{}';
      UPDATE volunteers.membership m SET sort_last = v.sort_last,
          traits = volunteers.traits(m.chapter_id, v.skill_ids || v.interest_ids, v.languages, v.availability)
        FROM volunteers.volunteer v WHERE v.id = m.volunteer_id;
      ALTER TABLE volunteers.membership ALTER COLUMN sort_last DROP DEFAULT;
      CREATE INDEX membership_by_last ON volunteers.membership (chapter_id, sort_last, volunteer_id);
      CREATE INDEX membership_traits ON volunteers.membership USING gin (traits) WHERE traits <> '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER IF EXISTS membership_takes_after_volunteer ON volunteers.membership;
      DROP TRIGGER IF EXISTS memberships_follow_volunteer ON volunteers.volunteer;
      ALTER TABLE volunteers.membership DROP COLUMN traits, DROP COLUMN sort_last;
      DROP INDEX volunteers.volunteer_phone_ends, volunteers.volunteer_phone_local, volunteers.volunteer_phone_begins;
      ALTER TABLE volunteers.volunteer DROP COLUMN sort_last;
      DROP FUNCTION IF EXISTS volunteers.traits;
    `);
  }
}

/** Who is in a list of volunteers, as libs/volunteers/src/directory/listed.ts asks for it. */
const listed = 'proven_at IS NOT NULL AND merged_into IS NULL AND erased_at IS NULL';
