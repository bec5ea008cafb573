import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is on the site is the version that staff approved, and it has an end. It used to be compared with the approved text
 * itself: with the first new field nothing that was published would have been as approved any more.
 */
export class ApproveAVersion1799050000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE opportunities.opportunity ADD COLUMN approved_version integer, DROP CONSTRAINT shown_as_approved;
      -- These say what was approved: from all other states the way back to the site leads by staff.
      UPDATE opportunities.opportunity SET approved_version = version WHERE status IN ('published', 'expiring', 'expired');
      ALTER TABLE opportunities.opportunity ADD CONSTRAINT shown_as_approved CHECK (
        status NOT IN ('published', 'expiring') OR (approved_version IS NOT DISTINCT FROM version
          AND approved_at IS NOT NULL AND published_at IS NOT NULL AND expires_at IS NOT NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE opportunities.opportunity DROP CONSTRAINT shown_as_approved, DROP COLUMN approved_version;
      ALTER TABLE opportunities.opportunity ADD CONSTRAINT shown_as_approved CHECK (status NOT IN ('published', 'expiring')
        OR approved_at IS NOT NULL AND published_at IS NOT NULL AND expires_at IS NOT NULL);
    `);
  }
}
