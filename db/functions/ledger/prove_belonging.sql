-- Refuses postings without an account, and postings that are added to an earlier transaction.
CREATE OR REPLACE FUNCTION ledger.prove_belonging() RETURNS trigger
LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added p
      LEFT JOIN ledger.transaction t ON t.id = p.transaction_id
      LEFT JOIN ledger.account a ON a.id = p.account_id
    WHERE t.posted_in IS DISTINCT FROM pg_current_xact_id()::text::bigint OR a.id IS NULL
  ) THEN
    RAISE EXCEPTION 'A posting needs an account, and a transaction that is being written.'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'posting_belongs';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER posting_belongs AFTER INSERT ON ledger.posting REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.prove_belonging();
