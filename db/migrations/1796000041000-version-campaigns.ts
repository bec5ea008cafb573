import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was written of a campaign has a version, as that of an event: nobody overwrites what they have not seen. */
export class VersionCampaigns1796000041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE fundraising.campaign ADD COLUMN version integer NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE fundraising.campaign DROP COLUMN version');
  }
}
