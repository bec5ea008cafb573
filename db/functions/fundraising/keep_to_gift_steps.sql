-- The states of a gift are a graph, and the graph is data.
CREATE OR REPLACE FUNCTION fundraising.keep_to_gift_steps() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM fundraising.gift_step s WHERE s.from_status = OLD.status AND s.to_status = NEW.status
  ) THEN
    RAISE EXCEPTION 'A gift does not go from % to %.', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'gift_step';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER gift_keeps_to_steps BEFORE UPDATE OF status ON fundraising.gift
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION fundraising.keep_to_gift_steps();
