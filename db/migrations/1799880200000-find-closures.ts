import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes recent closures, which a job reads every minute. */
export class FindClosures1799880200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX business_event_at ON opportunities.business_event (at);
      CREATE INDEX opportunity_event_at ON opportunities.opportunity_event (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX opportunities.business_event_at, opportunities.opportunity_event_at');
  }
}
