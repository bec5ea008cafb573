import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which state things go to which others: one table for all nouns, written by whoever migrates (db/status-changes.ts). */
export class WriteStatusChangesOnce1799060000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.status_change (
        noun text NOT NULL,
        -- Empty for the state in which a thing begins.
        from_status text NOT NULL,
        to_status text NOT NULL,
        PRIMARY KEY (noun, from_status, to_status)
      );
      -- What installations have from before there was this one, with the triggers that read it.
      DROP FUNCTION IF EXISTS fundraising.keep_to_campaign_steps, fundraising.keep_to_gift_steps,
        opportunities.keep_to_business_steps CASCADE;
      DROP TABLE IF EXISTS fundraising.campaign_step, fundraising.gift_step, opportunities.business_step;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE platform.status_change');
  }
}
