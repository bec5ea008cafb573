-- Refuses to change the kind, name or registration number of a partner after its first gift.
-- Refusal texts: libs/campaigns/src/beneficiaries/beneficiaries.service.ts
CREATE OR REPLACE FUNCTION fundraising.keep_partner() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM fundraising.campaign c WHERE c.beneficiary_id = OLD.id AND c.first_gift_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'A partner that has received a gift keeps its name and number.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'beneficiary_locked';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER partner_stays BEFORE UPDATE OF kind, name, registration_number ON fundraising.beneficiary
  FOR EACH ROW WHEN (OLD.kind = 'partner' AND (OLD.kind IS DISTINCT FROM NEW.kind
    OR OLD.name IS DISTINCT FROM NEW.name OR OLD.registration_number IS DISTINCT FROM NEW.registration_number))
  EXECUTE FUNCTION fundraising.keep_partner();
