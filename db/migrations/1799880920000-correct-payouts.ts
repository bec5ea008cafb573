import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps confirmations of payouts that were corrected or undone. */
export class CorrectPayouts1799880920000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fundraising.payout_correction (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        payout_id uuid NOT NULL REFERENCES fundraising.payout,
        -- The confirmation before the correction.
        bank_amount_minor bigint NOT NULL,
        seen_on date NOT NULL,
        confirmed_by uuid REFERENCES identity.account,
        corrected_by uuid REFERENCES identity.account,
        corrected_at timestamptz NOT NULL
      );
      CREATE INDEX payout_correction_by_payout ON fundraising.payout_correction (payout_id, corrected_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fundraising.payout_correction;');
  }
}
