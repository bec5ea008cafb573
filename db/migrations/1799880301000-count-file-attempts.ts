import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rejects a file after two processes have died reading it, and records what an import of services skipped. */
export class CountFileAttempts1799880301000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row per uploaded file while a job reads it. A leftover row belongs to a process that died.
      CREATE TABLE platform.file_attempt (
        kind text NOT NULL CHECK (kind <> ''),
        file_id uuid NOT NULL,
        attempts integer NOT NULL CHECK (attempts > 0),
        begun_at timestamptz NOT NULL,
        PRIMARY KEY (kind, file_id)
      );

      ALTER TABLE learning.service_import
        -- Files in the ZIP that were not read.
        ADD COLUMN unread_files text[] NOT NULL DEFAULT '{}';
      ALTER TABLE learning.service_import_fault
        -- True if the service was imported without this part, or with only some of it.
        ADD COLUMN kept boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE learning.service_import_fault DROP COLUMN kept;
      ALTER TABLE learning.service_import DROP COLUMN unread_files;
      DROP TABLE platform.file_attempt;
    `);
  }
}
