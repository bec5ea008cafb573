import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a donor holds in the hand: numbered without gaps, never changed. */
export class CreateReceipts1796000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fundraising.receipt (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number bigint NOT NULL UNIQUE CHECK (number > 0),
        gift_id uuid NOT NULL REFERENCES fundraising.gift,
        -- Everything the paper says, as it was said.
        content jsonb NOT NULL,
        locale text NOT NULL CHECK (locale IN ('en', 'es')),
        -- The amount still given when it was issued, so that a refund shows which receipts no longer hold.
        amount_minor bigint NOT NULL,
        currency text NOT NULL,
        replaces_id uuid UNIQUE REFERENCES fundraising.receipt,
        issued_at timestamptz NOT NULL
      );
      CREATE INDEX receipt_by_gift ON fundraising.receipt (gift_id, number DESC);

      CREATE TABLE fundraising.receipt_void (
        receipt_id uuid PRIMARY KEY REFERENCES fundraising.receipt,
        reason text NOT NULL,
        voided_at timestamptz NOT NULL
      );

      -- Locked by whoever issues: numbers are given in one line, and a rollback gives none.
      CREATE TABLE fundraising.receipt_counter (
        id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
        last_number bigint NOT NULL
      );
      INSERT INTO fundraising.receipt_counter (last_number) VALUES (0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE fundraising.receipt_counter, fundraising.receipt_void, fundraising.receipt;`);
  }
}
