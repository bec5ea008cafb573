import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds leads of shifts, who check people in by personal link, and their attendance marks. */
export class LeadShifts1799886001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE events.shift_lead (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        signup_id uuid NOT NULL REFERENCES events.signup ON DELETE CASCADE,
        shift_id uuid NOT NULL REFERENCES events.shift ON DELETE CASCADE,
        appointed_by uuid REFERENCES identity.account ON DELETE SET NULL,
        appointed_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX shift_lead_once ON events.shift_lead (signup_id, shift_id) WHERE ended_at IS NULL;
      CREATE INDEX shift_lead_of_signup ON events.shift_lead (signup_id);
      CREATE INDEX shift_lead_of_shift ON events.shift_lead (shift_id);

      ALTER TABLE events.attendance_mark
        ADD COLUMN made_by_lead uuid,
        ADD COLUMN undone_by_lead uuid,
        ADD CONSTRAINT attendance_mark_made_by_lead_fkey FOREIGN KEY (made_by_lead) REFERENCES events.shift_lead
          ON DELETE SET NULL NOT VALID,
        ADD CONSTRAINT attendance_mark_undone_by_lead_fkey FOREIGN KEY (undone_by_lead) REFERENCES events.shift_lead
          ON DELETE SET NULL NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.attendance_mark DROP COLUMN made_by_lead, DROP COLUMN undone_by_lead;
      DROP TABLE events.shift_lead;
    `);
  }
}
