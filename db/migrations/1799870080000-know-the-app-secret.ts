import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A value sealed with APP_SECRET when a program first starts: with another secret, programs say so and do not start. */
export class KnowTheAppSecret1799870080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.app_secret (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        sealed text NOT NULL
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.app_secret');
  }
}
