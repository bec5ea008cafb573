import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Browsers that remember a volunteer who asked for it: one click signs up, and nothing else. */
export class KnowBrowsers1799071000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE volunteers.known_browser (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      -- Short words are found by the order of names.
      DROP INDEX volunteers.volunteer_search_start;
      CREATE INDEX known_browser_by_volunteer ON volunteers.known_browser (volunteer_id, expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE volunteers.known_browser;
      CREATE INDEX volunteer_search_start ON volunteers.volunteer ((left(search_text, 40)) text_pattern_ops)
        WHERE proven_at IS NOT NULL AND merged_into IS NULL AND erased_at IS NULL;
    `);
  }
}
