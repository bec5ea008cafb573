-- Refuses changes to the account, role and chapter of a request, and requires approval by another account that has the role.
-- A request for a custom role names one with this base role, and takes approval by an account that has the whole base role.
-- Refusal texts: libs/identity/src/role-requests/role-requests.service.ts
CREATE OR REPLACE FUNCTION identity.keep_role_request() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.custom_role_id IS NOT NULL THEN
    PERFORM FROM identity.custom_role c
      WHERE c.id = NEW.custom_role_id AND c.base_role = NEW.role AND c.retired_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'This custom role was deleted.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'custom_role_retired';
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.account_id, NEW.role, NEW.chapter_id, NEW.custom_role_id) IS DISTINCT FROM
    (OLD.account_id, OLD.role, OLD.chapter_id, OLD.custom_role_id)
  THEN
    RAISE EXCEPTION 'A request stays for whom and what it was made.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'role_request_subject';
  END IF;
  IF NEW.status = 'approved' AND NOT (
    EXISTS (
      SELECT FROM identity."grant" g WHERE g.account_id = NEW.approved_by AND g.role = NEW.role
        AND (g.chapter_id IS NULL OR g.chapter_id = NEW.chapter_id)
    )
    AND coalesce(identity.are_two_people(NEW.requested_by, NEW.approved_by, NEW.approved_at), false)
    AND NOT identity.are_of_one_hand(NEW.account_id, NEW.approved_by, NEW.approved_at)
  ) THEN
    RAISE EXCEPTION 'A powerful role is given by two people, the second one of those who hold it.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'role_request_two_people';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER role_request_keeps BEFORE INSERT OR UPDATE OF status, account_id, role, chapter_id,
  custom_role_id
  ON identity.role_request
  FOR EACH ROW EXECUTE FUNCTION identity.keep_role_request();
