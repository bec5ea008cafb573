import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A campaign may say what amounts do: lines of an amount and a text in both languages. */
export class SayWhatAmountsDo1799870052000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE fundraising.campaign ADD COLUMN suggested_amounts jsonb NOT NULL DEFAULT '[]'
         CHECK (jsonb_typeof(suggested_amounts) = 'array')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE fundraising.campaign DROP COLUMN suggested_amounts');
  }
}
