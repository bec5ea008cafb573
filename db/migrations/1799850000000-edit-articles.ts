import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff write articles: every save is a version, and somebody else approves what is published. */
export class EditArticles1799850000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE learning.article
        ADD COLUMN status text NOT NULL DEFAULT 'published' CHECK (status IN ('draft', 'published', 'withdrawn')),
        ADD COLUMN reviewed_by text NOT NULL DEFAULT '',
        ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        ADD COLUMN edited_at timestamptz,
        ADD COLUMN withdrawn_reason text,
        DROP CONSTRAINT article_sources_check,
        ADD CONSTRAINT article_sources_check CHECK (jsonb_typeof(sources) = 'array'
          AND (status = 'draft' OR jsonb_array_length(sources) > 0)),
        DROP CONSTRAINT article_check,
        ADD CONSTRAINT article_review_later CHECK (status = 'draft' OR review_by > reviewed_on),
        ADD CONSTRAINT article_withdrawn_why CHECK ((status = 'withdrawn') = (withdrawn_reason IS NOT NULL));

      CREATE TABLE learning.article_version (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        article_id uuid NOT NULL REFERENCES learning.article ON DELETE CASCADE,
        number integer NOT NULL CHECK (number > 0),
        status text NOT NULL CHECK (status IN ('draft', 'submitted', 'scheduled', 'published', 'superseded')),
        audience text NOT NULL
          CHECK (audience IN ('everyone', 'caregivers', 'youth', 'schools', 'businesses', 'relationships')),
        reviewed_by text NOT NULL DEFAULT '',
        review_by date NOT NULL,
        sources jsonb NOT NULL CHECK (jsonb_typeof(sources) = 'array'),
        -- { "en": { "title", "summary", "note", "body" }, "es": the same }
        texts jsonb NOT NULL CHECK (texts ?& ARRAY['en', 'es']),
        spanish_in_step boolean NOT NULL,
        written_by uuid REFERENCES identity.account,
        written_at timestamptz NOT NULL,
        publish_at timestamptz,
        decided_by uuid REFERENCES identity.account,
        decided_at timestamptz,
        reason text,
        CONSTRAINT article_version_once UNIQUE (article_id, number),
        -- Nobody approves what they wrote.
        CONSTRAINT article_version_second_person CHECK (decided_by IS NULL OR decided_by IS DISTINCT FROM written_by)
      );
      -- What is on the site, and what will be next, is one of each.
      CREATE UNIQUE INDEX article_version_published_once ON learning.article_version (article_id) WHERE status = 'published';
      CREATE INDEX article_version_due ON learning.article_version (publish_at) WHERE status = 'scheduled';
      CREATE INDEX article_to_review ON learning.article (review_by, id);

      INSERT INTO learning.article_version
        (article_id, number, status, audience, review_by, sources, texts, spanish_in_step, written_at)
      SELECT a.id, 1, 'published', a.audience, a.review_by, a.sources, t.texts, true, a.reviewed_on
      FROM learning.article a, LATERAL (
        SELECT jsonb_object_agg(x.locale, jsonb_build_object(
          'title', x.title, 'summary', x.summary, 'note', x.note, 'body', x.body)) AS texts
        FROM learning.article_text x WHERE x.article_id = a.id
      ) t WHERE t.texts IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE learning.article_version;
      DROP INDEX learning.article_to_review;
      DELETE FROM learning.article WHERE status = 'draft';
      DROP TRIGGER IF EXISTS article_begins ON learning.article;
      DROP TRIGGER IF EXISTS article_keeps_to_steps ON learning.article;
      ALTER TABLE learning.article
        DROP CONSTRAINT article_withdrawn_why,
        DROP CONSTRAINT article_review_later,
        ADD CONSTRAINT article_check CHECK (review_by > reviewed_on),
        DROP CONSTRAINT article_sources_check,
        DROP COLUMN withdrawn_reason,
        DROP COLUMN edited_at,
        DROP COLUMN version,
        DROP COLUMN reviewed_by,
        DROP COLUMN status,
        ADD CONSTRAINT article_sources_check
          CHECK (jsonb_typeof(sources) = 'array' AND jsonb_array_length(sources) > 0);
    `);
  }
}
