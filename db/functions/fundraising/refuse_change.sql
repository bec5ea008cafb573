-- Refuses changes to decided disbursements, recorded checks and issued receipts. The trigger's argument is the
-- constraint name of the refusal.
CREATE OR REPLACE FUNCTION fundraising.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % stay as they are: no %.', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = coalesce(TG_ARGV[0], 'append_only');
END $$;

CREATE OR REPLACE TRIGGER disbursement_stays_decided BEFORE UPDATE ON fundraising.disbursement
  FOR EACH ROW WHEN (OLD.status <> 'proposed' AND (OLD.status <> 'approved' OR OLD.evidence_file_id IS NOT NULL
    OR to_jsonb(OLD) - '{evidence_file_id,evidence_added_by,evidence_added_at}'::text[]
      IS DISTINCT FROM to_jsonb(NEW) - '{evidence_file_id,evidence_added_by,evidence_added_at}'::text[]))
  EXECUTE FUNCTION fundraising.refuse_change();

CREATE OR REPLACE TRIGGER check_stays BEFORE UPDATE OR DELETE ON fundraising.beneficiary_check
  FOR EACH ROW EXECUTE FUNCTION fundraising.refuse_change();

CREATE OR REPLACE TRIGGER payout_correction_stays BEFORE UPDATE OR DELETE ON fundraising.payout_correction
  FOR EACH ROW EXECUTE FUNCTION fundraising.refuse_change();

CREATE OR REPLACE TRIGGER disbursement_stays BEFORE DELETE ON fundraising.disbursement
  FOR EACH ROW WHEN (OLD.status <> 'proposed') EXECUTE FUNCTION fundraising.refuse_change();

CREATE OR REPLACE TRIGGER receipt_immutable BEFORE DELETE OR TRUNCATE ON fundraising.receipt
  FOR EACH STATEMENT EXECUTE FUNCTION fundraising.refuse_change('receipt_immutable');

-- The only change allowed is removing an erased donor's name.
CREATE OR REPLACE TRIGGER receipt_keeps_its_words BEFORE UPDATE ON fundraising.receipt
  FOR EACH ROW WHEN (to_jsonb(OLD) - 'content' IS DISTINCT FROM to_jsonb(NEW) - 'content'
    OR NEW.content IS DISTINCT FROM fundraising.nameless_receipt(OLD.content))
  EXECUTE FUNCTION fundraising.refuse_change('receipt_immutable');

CREATE OR REPLACE TRIGGER receipt_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON fundraising.receipt_void
  FOR EACH STATEMENT EXECUTE FUNCTION fundraising.refuse_change('receipt_immutable');
