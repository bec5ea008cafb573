-- The states of a listing are a graph, and the graph is data.
CREATE OR REPLACE FUNCTION opportunities.listing_steps() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM opportunities.listing_step s WHERE s.from_status = OLD.status AND s.to_status = NEW.status
  ) THEN
    RAISE EXCEPTION 'A listing does not go from % to %.', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'listing_step';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER listing_steps BEFORE UPDATE OF status ON opportunities.listing
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION opportunities.listing_steps();
