import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists as people look at them, kept under a name. */
export class SaveViews1799400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.saved_view (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        screen text NOT NULL CHECK (length(screen) <= 40),
        name text NOT NULL CHECK (name <> '' AND length(name) <= 60),
        address text NOT NULL DEFAULT '' CHECK (length(address) <= 2000),
        chapter_id uuid REFERENCES identity.chapter,
        created_at timestamptz NOT NULL,
        CONSTRAINT saved_view_once UNIQUE (account_id, screen, name)
      );
      CREATE INDEX saved_view_of_chapter ON identity.saved_view (chapter_id, screen) WHERE chapter_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.saved_view');
  }
}
