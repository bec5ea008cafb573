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

      -- The same for lines of Stripe's balance. Earlier lines have no ID and are read by full checks.
      ALTER TABLE fundraising.balance_transaction ADD COLUMN kept_in bigint;
      ALTER TABLE fundraising.balance_transaction
        ALTER COLUMN kept_in SET DEFAULT ((pg_current_xact_id())::text)::bigint;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fundraising.balance_transaction DROP COLUMN kept_in;
      DROP TABLE fundraising.ledger_checked_sum, fundraising.ledger_checkpoint;
      ALTER TABLE fundraising.ledger_check DROP COLUMN whole;
    `);
  }
}
