-- Refuses changes to a consent, because it is the record of what someone agreed to. It can be revoked once, and its owner can
-- choose whether emails are sent as well. Only an erasure deletes it.
CREATE OR REPLACE FUNCTION notifications.keep_sms_consent() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL
    OR (to_jsonb(NEW) - '{channel,revoked_at,revoked_by,revoked_detail}'::text[])
      IS DISTINCT FROM (to_jsonb(OLD) - '{channel,revoked_at,revoked_by,revoked_detail}'::text[]) THEN
    RAISE EXCEPTION 'a consent to texts cannot be changed, only revoked once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER sms_consent_is_kept BEFORE UPDATE ON notifications.sms_consent
  FOR EACH ROW EXECUTE FUNCTION notifications.keep_sms_consent();
