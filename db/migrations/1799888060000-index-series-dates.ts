import type { MigrationInterface, QueryRunner } from 'typeorm';

const createPublicIndex = (included: string) =>
  `CREATE INDEX event_public ON events.event (starts_at, id) INCLUDE (${included}) WHERE status IN ('published', 'cancelled')`;

/** The public list shows each series once. It finds the next date by the first index and stays within the second. */
export class IndexSeriesDates1799888060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX event_of_series_in_order ON events.event (series_id, starts_at, id) WHERE series_id IS NOT NULL;
      DROP INDEX events.event_public;
      ${createPublicIndex('status, ends_at, starts_at_local, time_zone, series_id')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX events.event_of_series_in_order;
      DROP INDEX events.event_public;
      ${createPublicIndex('status, ends_at, starts_at_local, time_zone')}
    `);
  }
}
