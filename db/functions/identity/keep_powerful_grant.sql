-- Refuses a powerful role unless two people approved it or the command line granted it.
CREATE OR REPLACE FUNCTION identity.keep_powerful_grant() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.by_command_line AND NOT EXISTS (
    SELECT FROM identity.role_request r WHERE r.id = NEW.request_id AND r.status = 'active'
      AND r.account_id = NEW.account_id AND r.role = NEW.role AND r.chapter_id IS NOT DISTINCT FROM NEW.chapter_id
  ) THEN
    RAISE EXCEPTION 'The role % is given by two people.', NEW.role
      USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_two_people';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER grant_two_people BEFORE INSERT OR UPDATE OF account_id, role, chapter_id ON identity."grant"
  FOR EACH ROW WHEN (NEW.role IN ('admin', 'advocate', 'finance', 'moderator'))
  EXECUTE FUNCTION identity.keep_powerful_grant();
