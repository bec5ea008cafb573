import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds co-organizers: accounts that work like an organizer on one event, or on the dates of one series. */
export class ShareEvents1799890210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Not in identity.grant: a program of an earlier release would read such a row as an organizer of the chapter.
      CREATE TABLE identity.record_grant (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('event', 'series')),
        record_id uuid NOT NULL,
        granted_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT record_grant_once UNIQUE (account_id, record_id)
      );
      CREATE INDEX record_grant_of_record ON identity.record_grant (record_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER IF EXISTS event_ends_record_grants ON events.event;
      DROP TRIGGER IF EXISTS series_ends_record_grants ON events.series;
      DROP TABLE identity.record_grant;
    `);
  }
}
