import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores how far the ledger has been checked, so that a check reads only newer rows. */
export class CheckTheLedgerByParts1799870130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Earlier checks read everything.
      ALTER TABLE fundraising.ledger_check ADD COLUMN whole boolean NOT NULL DEFAULT true;

      -- The checked part of the ledger: rows written by transactions with a lower ID than this. All of them had ended by the
      -- time of the check, so no rows are added to that part.
      CREATE TABLE fundraising.ledger_checkpoint (
        id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
        below bigint NOT NULL,
        -- System identifier of the PostgreSQL cluster that assigned these IDs. After a restore, IDs start over.
        cluster bigint NOT NULL,
        -- Checked rows that were restored from another cluster: they have IDs from restored_from on and were written before
        -- restored_until.
        restored_from bigint,
        restored_until timestamptz,
        -- Checksum of all rows in the checked part, to detect changes.
        digest bigint NOT NULL,
        checked_at timestamptz NOT NULL,
        CONSTRAINT restored CHECK ((restored_from IS NULL) = (restored_until IS NULL))
      );
      -- Total of the checked part for each account.
      CREATE TABLE fundraising.ledger_checked_sum (
        account_id uuid PRIMARY KEY,
        sum_minor bigint NOT NULL
      );

      -- The ledger is append-only, so IDs and times follow the order on disk: a BRIN index finds new rows and adds no cost to a
      -- gift.
      CREATE INDEX transaction_by_number ON ledger.transaction USING brin (posted_in, posted_at)
        WITH (pages_per_range = 32, autosummarize = on);

      -- The same for lines of Stripe's balance. Earlier lines have no ID and are read by full checks.
      ALTER TABLE fundraising.balance_transaction ADD COLUMN kept_in bigint;
      ALTER TABLE fundraising.balance_transaction
        ALTER COLUMN kept_in SET DEFAULT ((pg_current_xact_id())::text)::bigint;
      CREATE INDEX balance_transaction_by_number ON fundraising.balance_transaction USING brin (kept_in)
        WITH (pages_per_range = 32, autosummarize = on);
      -- Lines with a gift are found by the gift.
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
