-- What was decided about a disbursement stays decided, and what was looked at stays written down.
CREATE OR REPLACE FUNCTION fundraising.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % stay as they are.', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'append_only';
END $$;

CREATE OR REPLACE TRIGGER disbursement_stays_decided BEFORE UPDATE ON fundraising.disbursement
  FOR EACH ROW WHEN (OLD.status <> 'proposed' AND (OLD.status <> 'approved' OR OLD.evidence_file_id IS NOT NULL
    OR to_jsonb(OLD) - '{evidence_file_id,evidence_added_by,evidence_added_at}'::text[]
      IS DISTINCT FROM to_jsonb(NEW) - '{evidence_file_id,evidence_added_by,evidence_added_at}'::text[]))
  EXECUTE FUNCTION fundraising.refuse_change();

CREATE OR REPLACE TRIGGER check_stays BEFORE UPDATE OR DELETE ON fundraising.beneficiary_check
  FOR EACH ROW EXECUTE FUNCTION fundraising.refuse_change();

CREATE OR REPLACE TRIGGER disbursement_stays BEFORE DELETE ON fundraising.disbursement
  FOR EACH ROW WHEN (OLD.status <> 'proposed') EXECUTE FUNCTION fundraising.refuse_change();
