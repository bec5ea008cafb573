import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may take a shift: how old they are, how many are new, who leads, who may sign up first, and what keeps minors safe. */
export class SayWhoMayCome1799710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What somebody said of their age with a sign-up, which is the volunteer's once their address is proven.
      ALTER TABLE events.signup
        ADD COLUMN birth_year integer CHECK (birth_year BETWEEN 1900 AND 2100),
        -- The last day on which they can have been born: who is 16 or older on a day was born on or before one.
        ADD COLUMN born_by date;
      ALTER TABLE volunteers.volunteer ADD COLUMN born_by date;

      ALTER TABLE events.shift
        ADD COLUMN most_first_timers integer CHECK (most_first_timers BETWEEN 0 AND 10000),
        ADD COLUMN needs_lead boolean NOT NULL DEFAULT false;

      -- Null: open to everybody from the beginning. Members may come a while before, leads at any time.
      ALTER TABLE events.event
        ADD COLUMN opens_at_local timestamp,
        ADD COLUMN opens_at timestamptz(3),
        ADD COLUMN opens_to_members_at_local timestamp,
        ADD COLUMN opens_to_members_at timestamptz(3),
        ADD COLUMN with_minors boolean NOT NULL DEFAULT false,
        -- Never fewer than two: nobody is alone with minors.
        ADD COLUMN minimum_adults integer NOT NULL DEFAULT 2 CHECK (minimum_adults BETWEEN 2 AND 100),
        ADD CHECK ((opens_at IS NULL) = (opens_at_local IS NULL)),
        ADD CHECK ((opens_to_members_at IS NULL) = (opens_to_members_at_local IS NULL)),
        ADD CHECK (opens_to_members_at < opens_at OR opens_to_members_at IS NULL);
      CREATE INDEX event_with_minors ON events.event (starts_at) WHERE with_minors AND status = 'published';

      -- What somebody is in their chapter.
      ALTER TABLE volunteers.membership
        ADD COLUMN standing text NOT NULL DEFAULT 'volunteer' CHECK (standing IN ('volunteer', 'member', 'lead'));
      CREATE INDEX membership_standing ON volunteers.membership (chapter_id, sort_name, volunteer_id)
        WHERE standing <> 'volunteer';

      -- That somebody answers for a shift with too few adults, and why. It only grows.
      CREATE TABLE events.safeguarding_override (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        shift_id uuid NOT NULL REFERENCES events.shift ON DELETE CASCADE,
        -- How many adults there were: with fewer than that, it is another breach.
        adults integer NOT NULL CHECK (adults >= 0),
        reason text NOT NULL,
        made_by uuid REFERENCES identity.account ON DELETE SET NULL,
        made_at timestamptz NOT NULL
      );
      CREATE INDEX safeguarding_override_by_shift ON events.safeguarding_override (shift_id, made_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE events.safeguarding_override;
      DROP INDEX volunteers.membership_standing;
      ALTER TABLE volunteers.membership DROP COLUMN standing;
      DROP INDEX events.event_with_minors;
      ALTER TABLE events.event
        DROP COLUMN minimum_adults, DROP COLUMN with_minors, DROP COLUMN opens_to_members_at,
        DROP COLUMN opens_to_members_at_local, DROP COLUMN opens_at, DROP COLUMN opens_at_local;
      ALTER TABLE events.shift DROP COLUMN needs_lead, DROP COLUMN most_first_timers;
      ALTER TABLE volunteers.volunteer DROP COLUMN born_by;
      ALTER TABLE events.signup DROP COLUMN born_by, DROP COLUMN birth_year;
    `);
  }
}
