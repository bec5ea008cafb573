import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In the database of the keys, out of reach of whoever writes to a trail: what the last check of each zone's trail found. */
export class CreateTrailCheck1797000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trail_check (
        zone text PRIMARY KEY,
        checked_at timestamptz NOT NULL,
        rows bigint NOT NULL,
        first_broken bigint
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE trail_check;`);
  }
}
