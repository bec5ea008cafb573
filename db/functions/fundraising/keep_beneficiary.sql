-- Who gives, gives for somebody: from the first gift on, the beneficiary (and the currency) stays. A gift that is
-- still being paid counts, because its donor has read for whom it is. The lock makes gifts that are just being
-- written finish first, and those that come wait: their foreign key looks at this row.
-- What it refuses is said in words by libs/fundraising/src/campaigns/campaign-drafts.service.ts
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
