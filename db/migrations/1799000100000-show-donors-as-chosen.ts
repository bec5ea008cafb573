import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public sees of a donor's name: what they chose, and without a choice the first name and an initial. */
export class ShowDonorsAsChosen1799000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Gifts from before nobody was asked: their donors were told that the name is for the receipt.
      ALTER TABLE fundraising.gift ADD COLUMN shown_as text NOT NULL DEFAULT 'short_name'
        CHECK (shown_as IN ('full_name', 'short_name'));
      ALTER TABLE fundraising.recurring_gift ADD COLUMN shown_as text NOT NULL DEFAULT 'short_name'
        CHECK (shown_as IN ('full_name', 'short_name'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fundraising.recurring_gift DROP COLUMN shown_as;
      ALTER TABLE fundraising.gift DROP COLUMN shown_as;
    `);
  }
}
