import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A chapter can be closed: what it did stays with it, and nothing new begins in it. */
export class CloseChapters1799030000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.chapter ADD COLUMN closed_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.chapter DROP COLUMN closed_at;
    `);
  }
}
