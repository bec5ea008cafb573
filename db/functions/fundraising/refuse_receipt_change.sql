-- A receipt is in somebody's hand: it is never changed, only made void by another row.
CREATE OR REPLACE FUNCTION fundraising.refuse_receipt_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Receipts stay as they were issued: no % on fundraising.%.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'receipt_immutable';
END $$;

CREATE OR REPLACE TRIGGER receipt_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON fundraising.receipt
  FOR EACH STATEMENT EXECUTE FUNCTION fundraising.refuse_receipt_change();

CREATE OR REPLACE TRIGGER receipt_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON fundraising.receipt_void
  FOR EACH STATEMENT EXECUTE FUNCTION fundraising.refuse_receipt_change();
