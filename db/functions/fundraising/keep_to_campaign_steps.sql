-- The states of a campaign are a graph, and the graph is data.
CREATE OR REPLACE FUNCTION fundraising.keep_to_campaign_steps() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM fundraising.campaign_step s WHERE s.from_status = OLD.status AND s.to_status = NEW.status
  ) THEN
    RAISE EXCEPTION 'A campaign does not go from % to %.', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_step';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER campaign_keeps_to_steps BEFORE UPDATE OF status ON fundraising.campaign
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION fundraising.keep_to_campaign_steps();
