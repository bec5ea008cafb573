import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds time limits by state, and records if a lawyer has reviewed the legal information. */
export class InformAboutTheLaw1799880801000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE learning.article
        ADD COLUMN legal boolean NOT NULL DEFAULT false,
        ADD COLUMN lawyer_reviewed_on date,
        ADD COLUMN lawyer_reviewed_by text NOT NULL DEFAULT '';

      CREATE TABLE learning.time_limit (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code text NOT NULL CONSTRAINT time_limit_code_once UNIQUE CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        -- 'US' for federal law, otherwise a state.
        jurisdiction text NOT NULL CHECK (jurisdiction IN ('US', 'CA', 'NY', 'TX', 'FL')),
        remedy text NOT NULL CHECK (remedy IN ('civil_action', 'restitution', 'compensation', 'record_relief', 'visa')),
        rule text NOT NULL CHECK (rule <> ''),
        rule_es text NOT NULL CHECK (rule_es <> ''),
        source_title text NOT NULL CHECK (source_title <> ''),
        source_year integer NOT NULL CHECK (source_year BETWEEN 1900 AND 2100),
        source_url text NOT NULL CHECK (source_url ~ '^https://'),
        -- When the release took the rule from its source.
        written_on date NOT NULL,
        review_by date NOT NULL,
        -- When a lawyer reviewed it; null if none has.
        reviewed_on date,
        reviewed_by text NOT NULL DEFAULT '',
        recorded_by uuid REFERENCES identity.account ON DELETE SET NULL,
        position integer NOT NULL CHECK (position > 0),
        CONSTRAINT time_limit_reviewed CHECK ((reviewed_on IS NULL) = (reviewed_by = ''))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE learning.time_limit;
      ALTER TABLE learning.article DROP COLUMN legal, DROP COLUMN lawyer_reviewed_on, DROP COLUMN lawyer_reviewed_by;
    `);
  }
}
