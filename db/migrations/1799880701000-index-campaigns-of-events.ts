import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes the fundraisers of an event. */
export class IndexCampaignsOfEvents1799880701000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX campaign_by_event ON fundraising.campaign USING gin (event_ids)
        WHERE status IN ('live', 'paused', 'ended')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX fundraising.campaign_by_event');
  }
}
