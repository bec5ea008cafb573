import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ups that were made in one go know it: one mail is about all of them, and one link confirms them all. */
export class SignUpForSeveralShifts1799830000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.signup ADD COLUMN made_with uuid;
      CREATE INDEX signup_made_with ON events.signup (made_with) WHERE made_with IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE events.signup DROP COLUMN made_with');
  }
}
