-- Refuses to change the text of an opportunity without a new version number. Writing a new text raises the number
-- (libs/opportunities/src/opportunities/opportunity-store.ts) and unpublishes the opportunity by the constraint
-- shown_as_approved. Compares the row with itself, so that adding a column unpublishes nothing.
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
