import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds requests to volunteers to take a shift, and their answers. */
export class AskVolunteers1799886002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE events.shift_request (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        shift_id uuid NOT NULL REFERENCES events.shift ON DELETE CASCADE,
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer ON DELETE CASCADE,
        asked_by uuid REFERENCES identity.account ON DELETE SET NULL,
        asked_at timestamptz(3) NOT NULL,
        declined_at timestamptz,
        CONSTRAINT shift_request_once UNIQUE (shift_id, volunteer_id)
      );
      CREATE INDEX shift_request_of_volunteer ON events.shift_request (volunteer_id, asked_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE events.shift_request');
  }
}
