-- Only a program that signs people in may grant and revoke roles. It is recognized by its right to insert sessions. The
-- worker's role can insert a role that two people approved (identity.keep_powerful_grant checks that), and delete roles during
-- an erasure.
CREATE OR REPLACE FUNCTION identity.keep_role_changes() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NOT has_table_privilege('identity.session', 'INSERT') THEN
    RAISE EXCEPTION 'This role may not grant or revoke roles.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE TRIGGER grant_is_given BEFORE INSERT ON identity."grant"
  FOR EACH ROW WHEN (NEW.by_command_line OR NEW.role NOT IN ('admin', 'advocate', 'finance', 'moderator'))
  EXECUTE FUNCTION identity.keep_role_changes();

CREATE OR REPLACE TRIGGER grant_is_taken BEFORE DELETE ON identity."grant"
  FOR EACH ROW WHEN (OLD.role NOT IN ('volunteer', 'business'))
  EXECUTE FUNCTION identity.keep_role_changes();
