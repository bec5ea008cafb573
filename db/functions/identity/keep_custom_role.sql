-- Refuses a change of the base role, and any change that adds rights to a role with a powerful base while an account has or
-- is to get it: two people agreed to the rights it had. A role in use can't be retired.
-- Refusal texts: libs/identity/src/custom-roles/custom-roles.service.ts
CREATE OR REPLACE FUNCTION identity.keep_custom_role() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  in_use boolean := EXISTS (SELECT FROM identity.custom_grant g WHERE g.custom_role_id = NEW.id) OR EXISTS (
    SELECT FROM identity.role_request r WHERE r.custom_role_id = NEW.id AND r.status IN ('requested', 'approved')
  );
BEGIN
  IF NEW.base_role <> OLD.base_role THEN
    RAISE EXCEPTION 'A custom role keeps its base role.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'custom_role_base';
  END IF;
  IF in_use AND NEW.retired_at IS NOT NULL THEN
    RAISE EXCEPTION 'This custom role is in use.' USING ERRCODE = 'check_violation', CONSTRAINT = 'custom_role_in_use';
  END IF;
  IF in_use AND NEW.base_role <> 'organizer' AND NOT (
    NEW.manage_areas <@ OLD.manage_areas AND NEW.view_areas <@ (OLD.view_areas || OLD.manage_areas)
  ) THEN
    RAISE EXCEPTION 'Two people agreed to fewer rights.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'custom_role_widened';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER custom_role_keeps BEFORE UPDATE ON identity.custom_role
  FOR EACH ROW EXECUTE FUNCTION identity.keep_custom_role();
