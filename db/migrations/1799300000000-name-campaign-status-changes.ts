import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a change of a status is called everywhere else. */
export class NameCampaignStatusChanges1799300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fundraising.campaign_moment RENAME TO campaign_status_change;
      ALTER INDEX fundraising.campaign_moment_by_campaign RENAME TO campaign_status_change_by_campaign;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER INDEX fundraising.campaign_status_change_by_campaign RENAME TO campaign_moment_by_campaign;
      ALTER TABLE fundraising.campaign_status_change RENAME TO campaign_moment;
    `);
  }
}
