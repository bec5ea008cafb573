-- Refuses a custom role with a powerful base unless two people approved it or the command line granted it. Other custom roles
-- can be granted and removed only by a program that signs people in. The lock makes a change of the role wait, which then
-- sees this grant (identity.keep_custom_role).
CREATE OR REPLACE FUNCTION identity.keep_custom_grant() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  base text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT has_table_privilege('identity.session', 'INSERT') THEN
      RAISE EXCEPTION 'This role may not grant or revoke roles.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
  END IF;
  SELECT base_role INTO base FROM identity.custom_role WHERE id = NEW.custom_role_id AND retired_at IS NULL FOR SHARE;
  IF base IS NULL THEN
    RAISE EXCEPTION 'This custom role was deleted.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'custom_role_retired';
  END IF;
  IF (base = 'organizer' OR NEW.by_command_line) AND NOT has_table_privilege('identity.session', 'INSERT') THEN
    RAISE EXCEPTION 'This role may not grant or revoke roles.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF base <> 'organizer' AND NOT NEW.by_command_line AND NOT EXISTS (
    SELECT FROM identity.role_request r WHERE r.id = NEW.request_id AND r.status = 'active'
      AND r.account_id = NEW.account_id AND r.custom_role_id = NEW.custom_role_id AND r.role = base
      AND r.chapter_id IS NOT DISTINCT FROM NEW.chapter_id
  ) THEN
    RAISE EXCEPTION 'The role % is given by two people.', base
      USING ERRCODE = 'check_violation', CONSTRAINT = 'grant_two_people';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER custom_grant_is_given BEFORE INSERT OR UPDATE OF account_id, custom_role_id, chapter_id
  ON identity.custom_grant FOR EACH ROW EXECUTE FUNCTION identity.keep_custom_grant();
CREATE OR REPLACE TRIGGER custom_grant_is_taken BEFORE DELETE ON identity.custom_grant
  FOR EACH ROW EXECUTE FUNCTION identity.keep_custom_grant();
