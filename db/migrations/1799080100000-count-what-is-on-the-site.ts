import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For opportunities.unapproved_businesses: those whose approval ran out are found by business_ending. */
export class CountWhatIsOnTheSite1799080100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX business_unapproved ON opportunities.business (id) WHERE status <> 'approved'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX opportunities.business_unapproved');
  }
}
