-- What staff approved is on the site to the letter: its text does not change under the number of the version they read.
-- Whoever writes it raises that number (libs/opportunities/src/opportunities/opportunity-store.ts), and with it leaves the site by
-- the constraint shown_as_approved. A row is compared with itself, so a field that is added takes nothing off the site.
CREATE OR REPLACE FUNCTION opportunities.keep_approved_text() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF opportunities.opportunity_content(OLD) IS DISTINCT FROM opportunities.opportunity_content(NEW) THEN
    RAISE EXCEPTION 'An opportunity says what staff approved.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'shown_as_approved';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER opportunity_keeps_approved_text BEFORE UPDATE ON opportunities.opportunity
  FOR EACH ROW WHEN (OLD.version = NEW.version AND NEW.approved_version = NEW.version)
  EXECUTE FUNCTION opportunities.keep_approved_text();
