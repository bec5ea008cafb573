import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What there is to read, by audience and in both languages; db/content writes what the product brings along. */
export class CreateArticles1799770000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS learning;

      CREATE TABLE learning.article (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        slug text NOT NULL CONSTRAINT article_slug_once UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        audience text NOT NULL
          CHECK (audience IN ('everyone', 'caregivers', 'youth', 'schools', 'businesses', 'relationships')),
        position integer NOT NULL CHECK (position > 0),
        -- [{ "title", "publisher", "year", "url" }]
        sources jsonb NOT NULL CHECK (jsonb_typeof(sources) = 'array' AND jsonb_array_length(sources) > 0),
        reviewed_on date NOT NULL,
        review_by date NOT NULL CHECK (review_by > reviewed_on),
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE learning.article_text (
        article_id uuid NOT NULL REFERENCES learning.article ON DELETE CASCADE,
        locale text NOT NULL CHECK (locale IN ('en', 'es')),
        title text NOT NULL CHECK (title <> ''),
        summary text NOT NULL CHECK (summary <> ''),
        note text NOT NULL CHECK (note <> ''),
        body text NOT NULL CHECK (body <> ''),
        PRIMARY KEY (article_id, locale)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA learning CASCADE');
  }
}
