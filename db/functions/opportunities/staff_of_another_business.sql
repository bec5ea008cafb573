-- Refuses approvals by accounts that are not staff or that belong to the business, and approvals of an earlier round.
-- Refusal texts: libs/opportunities/src/businesses/vetting/staff.ts
CREATE OR REPLACE FUNCTION opportunities.staff_of_another_business() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM identity."grant" g WHERE g.account_id = NEW.account_id AND g.role IN ('moderator', 'admin')
  ) OR EXISTS (
    SELECT FROM opportunities.member m WHERE m.business_id = NEW.business_id AND m.account_id = NEW.account_id
  ) OR NOT EXISTS (
    SELECT FROM opportunities.business b WHERE b.id = NEW.business_id AND b.round = NEW.round
  ) THEN
    RAISE EXCEPTION 'A business is approved by staff who do not act for it, in its round.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'approval_by_staff';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER approval_by_staff BEFORE INSERT ON opportunities.approval
  FOR EACH ROW EXECUTE FUNCTION opportunities.staff_of_another_business();
