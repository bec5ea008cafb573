-- A trigger and not a generated column, so that its expression can change without rewriting the table.
CREATE OR REPLACE FUNCTION volunteers.keep_search_text() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := platform.fold(NEW.name || ' ' || coalesce(NEW.preferred_name, '') || ' '
    || coalesce(NEW.email::text, '') || ' ' || coalesce(NEW.phone, ''));
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER volunteer_keeps_search_text
  BEFORE INSERT OR UPDATE OF name, preferred_name, email, phone ON volunteers.volunteer
  FOR EACH ROW EXECUTE FUNCTION volunteers.keep_search_text();
