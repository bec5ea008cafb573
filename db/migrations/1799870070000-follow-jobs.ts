import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each job went the last times, for whoever looks after the programs; and what is measured without reading a table. */
export class FollowJobs1799870070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.job_run (
        job text PRIMARY KEY,
        done_at timestamptz,
        failed_at timestamptz,
        -- In a row.
        failures integer NOT NULL DEFAULT 0,
        -- Under which the stack stands in the log.
        fault_id text,
        fault text,
        milliseconds integer
      );
      CREATE INDEX stripe_event_by_time ON fundraising.stripe_event (received_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX fundraising.stripe_event_by_time;
      DROP TABLE platform.job_run;
    `);
  }
}
