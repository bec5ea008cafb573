import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In the database of the keys: how far the trail of each zone has come. It goes forward and nowhere else. */
export class CreateTrailHead1797000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trail_head (
        zone text PRIMARY KEY,
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        mac bytea NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE trail_head;`);
  }
}
