-- A business begins as submitted, and goes from state to state by the steps there are.
CREATE OR REPLACE FUNCTION opportunities.keep_to_business_steps() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status <> 'submitted' OR TG_OP = 'UPDATE' AND NOT EXISTS (
    SELECT FROM opportunities.business_step s WHERE s.from_status = OLD.status AND s.to_status = NEW.status
  ) THEN
    RAISE EXCEPTION 'A business does not become % like this.', NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'business_step';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER business_begins BEFORE INSERT ON opportunities.business
  FOR EACH ROW EXECUTE FUNCTION opportunities.keep_to_business_steps();

CREATE OR REPLACE TRIGGER business_keeps_to_steps BEFORE UPDATE OF status ON opportunities.business
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION opportunities.keep_to_business_steps();
