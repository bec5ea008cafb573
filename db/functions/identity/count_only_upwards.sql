CREATE OR REPLACE FUNCTION identity.count_only_upwards() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.count < OLD.count THEN
    RAISE EXCEPTION 'what was counted stays counted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER security_event_counts_up BEFORE UPDATE OF count ON identity.security_event
  FOR EACH ROW EXECUTE FUNCTION identity.count_only_upwards();
