import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses: articles in an order, each with a few questions, and who finished them. */
export class CreateCourses1799850001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE learning.course (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        slug text NOT NULL CONSTRAINT course_slug_once UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        audience text NOT NULL
          CHECK (audience IN ('everyone', 'caregivers', 'youth', 'schools', 'businesses', 'relationships')),
        position integer NOT NULL CHECK (position > 0),
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'withdrawn')),
        edition integer NOT NULL DEFAULT 1 CHECK (edition > 0),
        minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 600),
        credential_type_id uuid REFERENCES volunteers.credential_type,
        -- { "en": { "title", "summary" }, "es": the same }
        texts jsonb NOT NULL CHECK (texts ?& ARRAY['en', 'es']),
        edited_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE learning.lesson (
        course_id uuid NOT NULL REFERENCES learning.course ON DELETE CASCADE,
        -- The mark that says which lessons are done has room for sixteen.
        number integer NOT NULL CHECK (number BETWEEN 1 AND 16),
        article_id uuid NOT NULL REFERENCES learning.article,
        questions jsonb NOT NULL CHECK (jsonb_typeof(questions) = 'array'),
        PRIMARY KEY (course_id, number)
      );
      CREATE INDEX lesson_of_article ON learning.lesson (article_id);

      CREATE TABLE learning.course_completion (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL REFERENCES learning.course,
        edition integer NOT NULL,
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer,
        credential_id uuid REFERENCES volunteers.credential ON DELETE SET NULL,
        name text NOT NULL CHECK (name <> ''),
        completed_on date NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT course_completed_once_a_day UNIQUE (course_id, volunteer_id, completed_on)
      );
      CREATE INDEX course_completion_of_volunteer ON learning.course_completion (volunteer_id);
      CREATE INDEX course_completion_credential ON learning.course_completion (credential_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE learning.course_completion;
      DROP TABLE learning.lesson;
      DROP TABLE learning.course;
    `);
  }
}
