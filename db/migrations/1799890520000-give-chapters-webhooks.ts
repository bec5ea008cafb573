import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Webhook endpoints can belong to a chapter. Existing ones stay those of the whole network. */
export class GiveChaptersWebhooks1799890520000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE integrations.webhook_endpoint ADD COLUMN chapter_id uuid REFERENCES identity.chapter ON DELETE CASCADE',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the column, an endpoint of a chapter would get the events of all.
    await runner.query('DELETE FROM integrations.webhook_endpoint WHERE chapter_id IS NOT NULL');
    await runner.query('ALTER TABLE integrations.webhook_endpoint DROP COLUMN chapter_id');
  }
}
