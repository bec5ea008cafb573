-- Refuses to approve or extend a business without the registry check, the email to its domain and the callback.
-- Refusal texts: libs/opportunities/src/businesses/vetting/approvals.ts
CREATE OR REPLACE FUNCTION opportunities.require_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT opportunities.evidence_done(NEW.id, NEW.evidence_since) @> ARRAY['registry', 'domain_mail', 'call_back'] THEN
    RAISE EXCEPTION 'A business is approved once all the evidence is there.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'business_evidence';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER business_requires_evidence BEFORE UPDATE OF status, approved_until ON opportunities.business
  FOR EACH ROW WHEN (NEW.status = 'approved'
    AND (OLD.status <> 'approved' OR OLD.approved_until IS DISTINCT FROM NEW.approved_until))
  EXECUTE FUNCTION opportunities.require_evidence();
