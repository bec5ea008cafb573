import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services come in and go out as files in the form of HSDS 3 (docs/decisions/service-directory.md). */
export class ExchangeServices1799870031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE learning.service
        ADD COLUMN minimum_age integer CHECK (minimum_age BETWEEN 0 AND 120),
        ADD COLUMN maximum_age integer CHECK (maximum_age BETWEEN 0 AND 120),
        ADD CONSTRAINT service_ages CHECK (minimum_age <= maximum_age),
        -- What it is called in the files of whoever sent it; our own id where it was written here.
        ADD COLUMN hsds_id text CONSTRAINT service_hsds_once UNIQUE CHECK (hsds_id <> ''),
        -- A file brought or changed it, and nobody has asked there since.
        ADD COLUMN to_verify boolean NOT NULL DEFAULT false;
      CREATE INDEX service_to_verify ON learning.service (assure_by, id) WHERE to_verify;

      CREATE TABLE learning.service_import (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        file_name text NOT NULL,
        -- The file, until it is checked.
        content bytea,
        -- What services help with where the file does not say it.
        need text NOT NULL,
        status text NOT NULL DEFAULT 'checking' CHECK (status IN ('checking', 'refused', 'checked', 'importing', 'done')),
        problem text,
        rows_total integer NOT NULL DEFAULT 0,
        rows_read integer NOT NULL DEFAULT 0,
        rows_new integer NOT NULL DEFAULT 0,
        rows_changed integer NOT NULL DEFAULT 0,
        rows_unchanged integer NOT NULL DEFAULT 0,
        rows_refused integer NOT NULL DEFAULT 0,
        rows_written integer NOT NULL DEFAULT 0,
        imported_by uuid NOT NULL REFERENCES identity.account,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        CONSTRAINT service_import_content CHECK ((content IS NOT NULL) = (status = 'checking')),
        CONSTRAINT service_import_problem CHECK ((problem IS NOT NULL) = (status = 'refused'))
      );
      CREATE INDEX service_import_waiting ON learning.service_import (status, created_at, id)
        WHERE status IN ('checking', 'importing');

      -- What a checked file would write, until it is written.
      CREATE TABLE learning.service_import_row (
        import_id uuid NOT NULL REFERENCES learning.service_import ON DELETE CASCADE,
        n integer NOT NULL,
        hsds_id text NOT NULL,
        -- Null: it would be new.
        service_id uuid,
        said jsonb NOT NULL,
        changed text[] NOT NULL,
        PRIMARY KEY (import_id, n)
      );

      CREATE TABLE learning.service_import_fault (
        import_id uuid NOT NULL REFERENCES learning.service_import ON DELETE CASCADE,
        n integer NOT NULL,
        field text NOT NULL,
        problem text NOT NULL,
        PRIMARY KEY (import_id, n, field)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE learning.service_import_fault, learning.service_import_row, learning.service_import;
      ALTER TABLE learning.service DROP CONSTRAINT service_ages, DROP COLUMN minimum_age, DROP COLUMN maximum_age,
        DROP COLUMN hsds_id, DROP COLUMN to_verify;
    `);
  }
}
