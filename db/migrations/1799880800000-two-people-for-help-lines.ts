import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requires a second person for changes to published help lines, keeps the national lines published, and counts a line
 * as checked only after a person has checked it.
 */
export class TwoPeopleForHelpLines1799880800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE learning.help_line_change (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        help_line_id uuid NOT NULL REFERENCES learning.help_line ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('edit', 'publish', 'remove')),
        -- New values by field name of the model; empty for a removal.
        said jsonb NOT NULL,
        requested_by uuid REFERENCES identity.account ON DELETE SET NULL,
        requested_at timestamptz NOT NULL,
        decision text CHECK (decision IN ('approved', 'declined', 'withdrawn')),
        decided_by uuid REFERENCES identity.account ON DELETE SET NULL,
        decided_at timestamptz,
        -- An approval is used once.
        applied boolean NOT NULL DEFAULT false,
        CONSTRAINT help_line_change_decided CHECK ((decision IS NULL) = (decided_at IS NULL)),
        CONSTRAINT help_line_change_applied CHECK (NOT applied OR decision = 'approved')
      );
      CREATE UNIQUE INDEX help_line_change_waiting ON learning.help_line_change (help_line_id) WHERE decision IS NULL;

      ALTER TABLE learning.help_line
        ADD COLUMN national boolean NOT NULL DEFAULT false,
        ADD COLUMN checked_on date,
        -- When it was unpublished; null again once it is edited or republished.
        ADD COLUMN removed_at timestamptz,
        -- The approved change that led to its current state.
        ADD COLUMN change_id uuid REFERENCES learning.help_line_change ON DELETE SET NULL;
      UPDATE learning.help_line SET checked_on = verified_on WHERE verified_by IS NOT NULL;
      UPDATE learning.help_line SET national = true, published = true
        WHERE code IN ('national-hotline', 'missing-children', 'emergency');
      ALTER TABLE learning.help_line ADD CONSTRAINT help_line_national CHECK (published OR NOT national);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER IF EXISTS help_line_keeps ON learning.help_line;
      ALTER TABLE learning.help_line DROP COLUMN national, DROP COLUMN checked_on, DROP COLUMN removed_at,
        DROP COLUMN change_id;
      DROP TABLE learning.help_line_change;
    `);
  }
}
