CREATE OR REPLACE FUNCTION identity.note_role_request() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO identity.role_request_change (request_id, status, by_account_id, at) VALUES (NEW.id, NEW.status,
    CASE NEW.status WHEN 'requested' THEN NEW.requested_by WHEN 'approved' THEN NEW.approved_by
      WHEN 'active' THEN NULL ELSE NEW.ended_by END,
    CASE NEW.status WHEN 'requested' THEN NEW.requested_at WHEN 'approved' THEN NEW.approved_at
      WHEN 'active' THEN NEW.begun_at ELSE NEW.ended_at END);
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER role_request_noted AFTER INSERT OR UPDATE OF status ON identity.role_request
  FOR EACH ROW EXECUTE FUNCTION identity.note_role_request();
