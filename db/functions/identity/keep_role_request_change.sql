-- Refuses changes to the history of role requests, except clearing the account of a deleted person.
CREATE OR REPLACE FUNCTION identity.keep_role_request_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'by_account_id' = to_jsonb(OLD) - 'by_account_id' AND NEW.by_account_id IS NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Rows of % stay as they are.', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'append_only';
END $$;

CREATE OR REPLACE TRIGGER role_request_change_stays BEFORE UPDATE ON identity.role_request_change
  FOR EACH ROW EXECUTE FUNCTION identity.keep_role_request_change();
