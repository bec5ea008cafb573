import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A session knows what it began with: a forgotten password is replaced only where a mailed code was given. What was written
 * down about security stays as it is: a program may add and count (db/grants.ts), and forget what is old by this function.
 */
export class FollowSignIns1799030001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.session ADD COLUMN first_step text
        CONSTRAINT session_first_step_check CHECK (first_step IN ('password', 'code'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.session DROP COLUMN first_step;
    `);
  }
}
