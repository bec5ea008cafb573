-- Checks at commit that each transaction has postings that sum to zero in each currency.
CREATE OR REPLACE FUNCTION ledger.prove_balance() RETURNS trigger
LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF (
    SELECT bool_and(c.total = 0) FROM (
      SELECT sum(p.amount_minor) AS total
      FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id
      WHERE p.transaction_id = NEW.id GROUP BY a.currency
    ) c
  ) IS NOT TRUE THEN
    RAISE EXCEPTION 'The postings of % do not sum to zero in each currency.', NEW.external_ref
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transaction_balances';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER transaction_balances AFTER INSERT ON ledger.transaction
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger.prove_balance();
