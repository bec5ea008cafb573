import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a donor holds in the hand: numbered without gaps, never changed. And how the ledger was checked. */
export class CreateReceipts1796000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fundraising.receipt (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number bigint NOT NULL UNIQUE CHECK (number > 0),
        gift_id uuid NOT NULL REFERENCES fundraising.gift,
        -- Everything the document says, as it was said.
        content jsonb NOT NULL,
        locale text NOT NULL CHECK (locale IN ('en', 'es')),
        -- The amount still given when it was issued: nothing for a gift in kind.
        amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
        currency text NOT NULL,
        replaces_id uuid UNIQUE REFERENCES fundraising.receipt,
        issued_at timestamptz NOT NULL
      );
      CREATE INDEX receipt_by_gift ON fundraising.receipt (gift_id, number DESC);

      CREATE TABLE fundraising.receipt_void (
        receipt_id uuid PRIMARY KEY REFERENCES fundraising.receipt,
        reason text NOT NULL CHECK (reason IN ('refunded', 'dispute-lost', 'cancelled', 'changed')),
        voided_at timestamptz NOT NULL
      );

      -- Locked by whoever issues: numbers are given in one line, and a rollback gives none.
      CREATE TABLE fundraising.receipt_counter (
        id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
        last_number bigint NOT NULL
      );
      INSERT INTO fundraising.receipt_counter (last_number) VALUES (0);

      -- What was left of a gift when its receipts were last brought in line with it; null before that. What is left now
      -- is the charge less what came back, and -1 for a gift that was recorded by mistake and taken back. Where the two
      -- differ, a receipt is due: that is all the bookkeeping there is, so no receipt can be forgotten.
      ALTER TABLE fundraising.gift ADD COLUMN receipted_minor bigint;
      CREATE INDEX gift_receipt_due ON fundraising.gift (paid_at, id) WHERE paid_at IS NOT NULL
        AND receipted_minor IS DISTINCT FROM
          CASE WHEN status = 'cancelled' THEN -1 ELSE charged_minor - refunded_minor - lost_minor END;

      -- The years whose statements were mailed.
      CREATE TABLE fundraising.statement_year (
        year integer PRIMARY KEY,
        donors integer NOT NULL,
        made_at timestamptz NOT NULL
      );

      -- What the checks of the ledger looked at, and what they found.
      CREATE TABLE fundraising.ledger_check (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        checked_at timestamptz NOT NULL,
        milliseconds integer NOT NULL,
        transactions bigint NOT NULL,
        postings bigint NOT NULL,
        gifts bigint NOT NULL,
        balance_transactions bigint NOT NULL,
        -- { kind: how many }, only kinds with some.
        findings jsonb NOT NULL
      );
      CREATE INDEX ledger_check_latest ON fundraising.ledger_check (checked_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE fundraising.ledger_check, fundraising.statement_year, fundraising.receipt_counter,
        fundraising.receipt_void, fundraising.receipt;
      ALTER TABLE fundraising.gift DROP COLUMN receipted_minor;
    `);
  }
}
