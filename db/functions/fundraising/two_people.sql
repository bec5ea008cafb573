-- Wherever money leaves, two accounts of one hand are not two people.
-- What it refuses is said in words by libs/fundraising/src/refunds/refund-requests.ts
-- and libs/fundraising/src/disbursements/disbursements.service.ts
CREATE OR REPLACE FUNCTION fundraising.two_people() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  asked uuid := coalesce(to_jsonb(NEW) ->> 'requested_by', to_jsonb(NEW) ->> 'recorded_by')::uuid;
BEGIN
  -- One person twice is refused by the constraint of the table.
  IF asked <> NEW.decided_by
    AND NOT coalesce(identity.are_two_people(asked, NEW.decided_by, NEW.decided_at), false)
  THEN
    RAISE EXCEPTION 'Money leaves when two people agree.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'money_two_people';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER refund_two_people BEFORE INSERT OR UPDATE OF status, decided_by ON fundraising.refund
  FOR EACH ROW WHEN (NEW.decided_by IS NOT NULL AND NEW.status = 'requested')
  EXECUTE FUNCTION fundraising.two_people();

CREATE OR REPLACE TRIGGER disbursement_two_people
  BEFORE INSERT OR UPDATE OF status, decided_by ON fundraising.disbursement
  FOR EACH ROW WHEN (NEW.status = 'approved') EXECUTE FUNCTION fundraising.two_people();
