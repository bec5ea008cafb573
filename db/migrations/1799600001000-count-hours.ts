import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hours that volunteers gave: from attendance, or elsewhere and told by them. */
export class CountHours1799600001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE volunteers.hours (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer,
        chapter_id uuid NOT NULL REFERENCES identity.chapter,
        -- Null for hours given elsewhere. Counted once, whoever presses the button.
        signup_id uuid UNIQUE REFERENCES events.signup ON DELETE SET NULL,
        day date NOT NULL,
        minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
        what text NOT NULL,
        status text NOT NULL CHECK (status IN ('claimed', 'approved', 'disputed', 'rejected')),
        -- What the volunteer wrote, claiming or disputing them.
        note text,
        decided_by uuid REFERENCES identity.account ON DELETE SET NULL,
        decided_at timestamptz,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX hours_by_volunteer ON volunteers.hours (volunteer_id, day DESC);
      CREATE INDEX hours_by_chapter ON volunteers.hours (chapter_id, day);
      CREATE INDEX hours_by_day ON volunteers.hours (day);
      CREATE INDEX hours_to_decide ON volunteers.hours (chapter_id, created_at, id) WHERE status IN ('claimed', 'disputed');

      -- Who changed a number, from what to what, and why: added to, never changed.
      CREATE TABLE volunteers.hours_correction (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        hours_id uuid NOT NULL REFERENCES volunteers.hours ON DELETE CASCADE,
        minutes_before integer NOT NULL,
        minutes_after integer NOT NULL,
        reason text NOT NULL,
        made_by uuid REFERENCES identity.account ON DELETE SET NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX hours_correction_by_hours ON volunteers.hours_correction (hours_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE volunteers.hours_correction, volunteers.hours;');
  }
}
