import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gifts without a campaign: a standing one of the organisation, and one of each chapter where that is wanted. It has no goal. */
export class KeepGeneralFunds1799870053000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fundraising.campaign ADD COLUMN is_general boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT campaign_goal_minor_check,
        ADD CONSTRAINT campaign_goal_minor_check CHECK (goal_minor > 0 OR is_general AND goal_minor = 0);
      CREATE UNIQUE INDEX campaign_general ON fundraising.campaign (chapter_id) NULLS NOT DISTINCT WHERE is_general;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER IF EXISTS chapter_ends_its_fund ON identity.chapter;
      UPDATE fundraising.campaign SET goal_minor = 1 WHERE goal_minor = 0;
      DROP INDEX fundraising.campaign_general;
      ALTER TABLE fundraising.campaign DROP CONSTRAINT campaign_goal_minor_check,
        ADD CONSTRAINT campaign_goal_minor_check CHECK (goal_minor > 0);
      ALTER TABLE fundraising.campaign DROP COLUMN is_general;
    `);
  }
}
