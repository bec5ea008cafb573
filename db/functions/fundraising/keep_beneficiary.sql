-- Locks the beneficiary and the currency of a campaign from its first gift on. A pending payment counts, because its donor was
-- shown the beneficiary. The row lock waits for gifts being inserted and blocks new ones: their foreign key locks this row.
-- Refusal texts: libs/campaigns/src/campaigns/campaign-drafts.service.ts
CREATE OR REPLACE FUNCTION fundraising.keep_beneficiary() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM fundraising.campaign c WHERE c.id = OLD.id FOR UPDATE;
  IF OLD.first_gift_at IS NOT NULL OR EXISTS (
    SELECT FROM fundraising.gift g WHERE g.campaign_id = OLD.id AND g.status NOT IN ('expired', 'cancelled')
  ) THEN
    RAISE EXCEPTION 'The beneficiary of a campaign stays from its first gift on.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'beneficiary_locked';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER campaign_keeps_beneficiary BEFORE UPDATE OF beneficiary_id, currency ON fundraising.campaign
  FOR EACH ROW
  WHEN (OLD.beneficiary_id IS DISTINCT FROM NEW.beneficiary_id OR OLD.currency IS DISTINCT FROM NEW.currency)
  EXECUTE FUNCTION fundraising.keep_beneficiary();
