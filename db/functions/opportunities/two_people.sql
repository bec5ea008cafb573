-- Refuses to approve or extend a business without approvals by two different people in the current round.
-- Refusal texts: libs/opportunities/src/businesses/vetting/approvals.ts
CREATE OR REPLACE FUNCTION opportunities.two_people() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM opportunities.approvals_of(NEW.id, NEW.round) one
      JOIN opportunities.approvals_of(NEW.id, NEW.round) other ON one.account_id < other.account_id
    WHERE identity.are_two_people(one.account_id, other.account_id, greatest(one.approved_at, other.approved_at))
  ) THEN
    RAISE EXCEPTION 'A business is approved by two different people.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'business_two_people';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER business_two_people BEFORE UPDATE OF status, approved_until ON opportunities.business
  FOR EACH ROW WHEN (NEW.status = 'approved'
    AND (OLD.status <> 'approved' OR OLD.approved_until IS DISTINCT FROM NEW.approved_until))
  EXECUTE FUNCTION opportunities.two_people();
