import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Gives the values that a help line change proposes a plain name.
 * contract: 0.2.0 was the first release and has no such table, so no released program reads the column.
 */
export class NameProposedValues1799880852000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE learning.help_line_change RENAME COLUMN said TO proposed_values');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE learning.help_line_change RENAME COLUMN proposed_values TO said');
  }
}
