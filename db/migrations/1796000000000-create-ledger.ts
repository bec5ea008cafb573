import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Double entry: what happened to money, written once and never changed. */
export class CreateLedger1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA ledger;

      -- The chart of accounts. 'normal' is the side on which such an account usually stands: an asset or an expense is
      -- positive here, what is owed or was given is negative.
      CREATE TABLE ledger.account_kind (
        kind text PRIMARY KEY,
        normal text NOT NULL CHECK (normal IN ('debit', 'credit')),
        -- What one account of this kind belongs to: the organisation, a campaign or a matching pool.
        per text NOT NULL CHECK (per IN ('organisation', 'campaign', 'pool')),
        position integer NOT NULL UNIQUE
      );
      INSERT INTO ledger.account_kind (kind, normal, per, position) VALUES
        ('stripe-balance', 'debit', 'organisation', 1),
        ('bank', 'debit', 'organisation', 2),
        ('offline-cash', 'debit', 'organisation', 3),
        ('matching-receivable', 'debit', 'pool', 4),
        ('dispute-reserve', 'debit', 'campaign', 5),
        ('fund', 'credit', 'campaign', 6),
        ('fee-cover', 'credit', 'campaign', 7),
        ('matched-promised', 'credit', 'campaign', 8),
        ('matched-received', 'credit', 'campaign', 9),
        ('processing-fees', 'debit', 'campaign', 10),
        ('dispute-fees', 'debit', 'campaign', 11),
        ('refunded', 'debit', 'campaign', 12),
        ('refunded-cover', 'debit', 'campaign', 13),
        ('disputes-lost', 'debit', 'campaign', 14),
        ('disbursed', 'debit', 'campaign', 15),
        ('unmatched', 'credit', 'organisation', 16),
        ('exchange', 'debit', 'organisation', 17);

      CREATE TABLE ledger.account (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL REFERENCES ledger.account_kind,
        -- The campaign or the pool, known by its id alone; null for the organisation's own.
        owner_id uuid,
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        created_at timestamptz NOT NULL,
        CONSTRAINT account_once UNIQUE NULLS NOT DISTINCT (owner_id, kind, currency)
      );

      CREATE TABLE ledger.transaction (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        -- What happened outside, said once: 'charge:ch_…', 'refund:re_…', 'payout:po_…', 'offline-gift:<id>'.
        external_ref text NOT NULL,
        -- The gift, payout or disbursement this is about.
        subject_id uuid,
        happened_at timestamptz NOT NULL,
        posted_at timestamptz NOT NULL,
        -- The database transaction that wrote it: only that one may add postings.
        posted_in bigint NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
        CONSTRAINT transaction_once UNIQUE (external_ref)
      );
      CREATE INDEX transaction_by_subject ON ledger.transaction (subject_id) WHERE subject_id IS NOT NULL;
      CREATE INDEX transaction_by_time ON ledger.transaction (happened_at, id);

      -- Debits are positive, credits negative. Both ids are proven by the trigger posting_belongs: a foreign key would
      -- lock the row of a busy account for every gift, and would need the right to update what nobody may update.
      CREATE TABLE ledger.posting (
        transaction_id uuid NOT NULL,
        n smallint NOT NULL,
        account_id uuid NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
        PRIMARY KEY (transaction_id, n)
      );
      CREATE INDEX posting_by_account ON ledger.posting (account_id, transaction_id);

      -- A stored total, written in the call that writes the postings it sums. Half of a page stays free, so that a total
      -- that changes with every gift is changed in place.
      CREATE TABLE ledger.balance (
        account_id uuid PRIMARY KEY REFERENCES ledger.account,
        balance_minor bigint NOT NULL
      ) WITH (fillfactor = 50);
      REVOKE UPDATE, DELETE, TRUNCATE ON ledger.transaction, ledger.posting FROM PUBLIC, CURRENT_USER;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA ledger CASCADE;`);
  }
}
