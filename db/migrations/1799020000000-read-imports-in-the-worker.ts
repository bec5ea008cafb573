import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file of gifts is kept as it came; a job reads it, and what it refuses is kept row by row. */
export class ReadImportsInTheWorker1799020000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fundraising.gift_import
        DROP CONSTRAINT gift_import_status_check,
        ADD CONSTRAINT gift_import_status_check CHECK (status IN ('checking', 'refused', 'checked', 'importing', 'done')),
        -- The file, until it is checked.
        ADD COLUMN content bytea,
        ADD CONSTRAINT gift_import_content CHECK ((content IS NOT NULL) = (status = 'checking')),
        -- Whose fundraisers it may name: null for all.
        ADD COLUMN chapters uuid[],
        -- How many rows were checked so far.
        ADD COLUMN rows_read integer NOT NULL DEFAULT 0,
        ALTER COLUMN rows_total SET DEFAULT 0,
        -- Why the whole file was refused.
        ADD COLUMN problem text,
        ADD CONSTRAINT gift_import_problem CHECK ((problem IS NOT NULL) = (status = 'refused')),
        ADD COLUMN missing_columns text[] NOT NULL DEFAULT '{}';
      UPDATE fundraising.gift_import SET rows_read = rows_total;
      CREATE INDEX gift_import_waiting ON fundraising.gift_import (status, created_at, id)
        WHERE status IN ('checking', 'importing');

      -- A row that was left out, with what stood in it, so that it can be corrected and brought again.
      CREATE TABLE fundraising.gift_import_refusal (
        import_id uuid NOT NULL REFERENCES fundraising.gift_import ON DELETE CASCADE,
        n integer NOT NULL,
        column_name text,
        problem text NOT NULL,
        cells jsonb NOT NULL,
        PRIMARY KEY (import_id, n)
      );
      INSERT INTO fundraising.gift_import_refusal (import_id, n, column_name, problem, cells)
      SELECT i.id, r."row", r."column", r.problem, '{}'
      FROM fundraising.gift_import i
        CROSS JOIN LATERAL jsonb_to_recordset(i.refusals) AS r ("row" integer, "column" text, problem text);
      ALTER TABLE fundraising.gift_import DROP COLUMN refusals;

      -- Which file a gift came with.
      ALTER TABLE fundraising.gift ADD COLUMN import_id uuid REFERENCES fundraising.gift_import;
      CREATE INDEX gift_by_import ON fundraising.gift (import_id, created_at DESC, id DESC) WHERE import_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fundraising.gift DROP COLUMN import_id;
      ALTER TABLE fundraising.gift_import ADD COLUMN refusals jsonb NOT NULL DEFAULT '[]';
      UPDATE fundraising.gift_import i SET refusals = coalesce((
        SELECT jsonb_agg(jsonb_build_object('row', r.n, 'column', r.column_name, 'problem', r.problem) ORDER BY r.n)
        FROM fundraising.gift_import_refusal r WHERE r.import_id = i.id), '[]');
      DROP TABLE fundraising.gift_import_refusal;
      DELETE FROM fundraising.gift_import WHERE status IN ('checking', 'refused');
      ALTER TABLE fundraising.gift_import
        DROP CONSTRAINT gift_import_status_check,
        ADD CONSTRAINT gift_import_status_check CHECK (status IN ('checked', 'importing', 'done')),
        DROP COLUMN content, DROP COLUMN chapters, DROP COLUMN rows_read, DROP COLUMN problem,
        DROP COLUMN missing_columns, ALTER COLUMN rows_total DROP DEFAULT;
    `);
  }
}
