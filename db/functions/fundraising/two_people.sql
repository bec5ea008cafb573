-- Requires two independent people to approve outgoing money. Two accounts created by the same person count as one.
-- Refusal texts: libs/payments/src/refunds/refund-requests.ts
-- and libs/accounting/src/disbursements/disbursements.service.ts
CREATE OR REPLACE FUNCTION fundraising.two_people() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  asked uuid := coalesce(to_jsonb(NEW) ->> 'requested_by', to_jsonb(NEW) ->> 'recorded_by')::uuid;
BEGIN
  -- A constraint of the table refuses the same account twice.
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
