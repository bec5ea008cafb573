import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is proven of the ledger is remembered, so that a check reads what came since. */
export class CheckTheLedgerByParts1799870130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Checks of before read everything.
      ALTER TABLE fundraising.ledger_check ADD COLUMN whole boolean NOT NULL DEFAULT true;

      -- How far the ledger is proven: what was written by database transactions with a smaller number than this. Each of
      -- them was over when it was looked at, so nothing is added to that part any more.
      CREATE TABLE fundraising.ledger_checkpoint (
        id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
        below bigint NOT NULL,
        -- The PostgreSQL that counts these numbers: another one, after a restore, counts otherwise.
        cluster bigint NOT NULL,
        -- Rows that were restored from another PostgreSQL, and are proven: they have numbers from here on, but were
        -- written until then.
        restored_from bigint,
        restored_until timestamptz,
        -- A sum over every row of the proven part: another one when any of them was changed.
        digest bigint NOT NULL,
        checked_at timestamptz NOT NULL,
        CONSTRAINT restored CHECK ((restored_from IS NULL) = (restored_until IS NULL))
      );
      -- What the proven part sums to in each account.
      CREATE TABLE fundraising.ledger_checked_sum (
        account_id uuid PRIMARY KEY,
        sum_minor bigint NOT NULL
      );

      -- The ledger only grows, so its numbers and times lie in the order of the disk: an index of blocks finds what is new
      -- and costs a gift nothing.
      CREATE INDEX transaction_by_number ON ledger.transaction USING brin (posted_in, posted_at)
        WITH (pages_per_range = 32, autosummarize = on);

      -- The same for the lines of Stripe's balance. Those of before have none: they are read by whole checks.
      ALTER TABLE fundraising.balance_transaction ADD COLUMN kept_in bigint;
      ALTER TABLE fundraising.balance_transaction
        ALTER COLUMN kept_in SET DEFAULT ((pg_current_xact_id())::text)::bigint;
      CREATE INDEX balance_transaction_by_number ON fundraising.balance_transaction USING brin (kept_in)
        WITH (pages_per_range = 32, autosummarize = on);
      -- Those of a gift are found by it.
      CREATE INDEX balance_transaction_of_no_gift ON fundraising.balance_transaction (source_id) WHERE gift_id IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX fundraising.balance_transaction_of_no_gift, fundraising.balance_transaction_by_number,
        ledger.transaction_by_number;
      ALTER TABLE fundraising.balance_transaction DROP COLUMN kept_in;
      DROP TABLE fundraising.ledger_checked_sum, fundraising.ledger_checkpoint;
      ALTER TABLE fundraising.ledger_check DROP COLUMN whole;
    `);
  }
}
