-- A second safeguard: no role but the owner has the right to change it.
CREATE OR REPLACE FUNCTION sealed.refuse_change() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail is only ever added to.';
END $$;

CREATE OR REPLACE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON sealed.audit
  FOR EACH ROW EXECUTE FUNCTION sealed.refuse_change();

CREATE OR REPLACE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON sealed.audit
  FOR EACH STATEMENT EXECUTE FUNCTION sealed.refuse_change();
