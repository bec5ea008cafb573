-- Refuses to move the head of the audit trail backward (key database).
CREATE OR REPLACE FUNCTION public.trail_goes_forward() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.zone <> OLD.zone OR NEW.seq <= OLD.seq THEN
    RAISE EXCEPTION 'The trail only goes forward.' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER trail_goes_forward BEFORE UPDATE ON public.trail_head
  FOR EACH ROW EXECUTE FUNCTION public.trail_goes_forward();
