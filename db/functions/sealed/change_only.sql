-- Limits the columns each reader may change. Arguments look like 'business:answer,answered_at'.
CREATE OR REPLACE FUNCTION sealed.change_only() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  allowed text[];
BEGIN
  SELECT string_to_array(split_part(arg, ':', 2), ',') INTO allowed
    FROM unnest(TG_ARGV) arg WHERE split_part(arg, ':', 1) = sealed.reader();
  IF allowed IS NULL OR to_jsonb(NEW) - allowed <> to_jsonb(OLD) - allowed THEN
    RAISE EXCEPTION 'This reader may not change that.'
      USING ERRCODE = 'insufficient_privilege', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER application_change BEFORE UPDATE ON sealed.application
  FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:status,taken_by,closed_at',
    'person:contact,status,closed_at');

CREATE OR REPLACE TRIGGER consultation_change BEFORE UPDATE ON sealed.consultation
  FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:status,taken_by,closed_at,conflict_note,'
    'appointment_at,appointment_minutes,appointment_zone,appointment_revision', 'person:contact,status,closed_at');

CREATE OR REPLACE TRIGGER consent_change BEFORE UPDATE ON sealed.consent
  FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:revoked_at', 'person:given_at,revoked_at', 'system:revoked_at');

CREATE OR REPLACE TRIGGER introduction_change BEFORE UPDATE ON sealed.introduction
  FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:consent_id,payload', 'business:answer,answered_at');

CREATE OR REPLACE TRIGGER message_change BEFORE UPDATE ON sealed.message
  FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:read_at', 'person:read_at', 'business:read_at');

CREATE OR REPLACE TRIGGER action_item_change BEFORE UPDATE ON sealed.action_item
  FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:acknowledged_at,acknowledged_by');

CREATE OR REPLACE TRIGGER person_notice_change BEFORE UPDATE ON sealed.person_notice
  FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:status,requested_at', 'person:choice,status,requested_at',
    'system:status,requested_at,sent_at');
