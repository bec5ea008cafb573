-- Refuses to reset first_gift_at, which would unlock the beneficiary.
CREATE OR REPLACE FUNCTION fundraising.keep_first_gift() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A campaign does not forget its first gift.'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'beneficiary_locked';
END $$;

CREATE OR REPLACE TRIGGER campaign_keeps_first_gift BEFORE UPDATE OF first_gift_at ON fundraising.campaign
  FOR EACH ROW WHEN (OLD.first_gift_at IS NOT NULL AND NEW.first_gift_at IS NULL)
  EXECUTE FUNCTION fundraising.keep_first_gift();
