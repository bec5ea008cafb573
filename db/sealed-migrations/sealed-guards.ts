/** What the database refuses whoever asks: row-level security says which rows, these say which changes. */
export const guards = `
  CREATE FUNCTION sealed.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The audit trail is only ever added to.';
  END $$;
  CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON sealed.audit
    FOR EACH ROW EXECUTE FUNCTION sealed.refuse_change();
  CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON sealed.audit
    FOR EACH STATEMENT EXECUTE FUNCTION sealed.refuse_change();

  -- Which columns whose eyes may change: arguments such as 'business:answer,answered_at'.
  CREATE FUNCTION sealed.change_only() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    allowed text[];
  BEGIN
    SELECT string_to_array(split_part(arg, ':', 2), ',') INTO allowed
      FROM unnest(TG_ARGV) arg WHERE split_part(arg, ':', 1) = sealed.reader();
    IF allowed IS NULL OR to_jsonb(NEW) - allowed <> to_jsonb(OLD) - allowed THEN
      RAISE EXCEPTION 'These eyes may not change that.'
        USING ERRCODE = 'insufficient_privilege', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER application_change BEFORE UPDATE ON sealed.application
    FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:status,taken_by,closed_at',
      'person:contact,status,closed_at');
  CREATE TRIGGER consultation_change BEFORE UPDATE ON sealed.consultation
    FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:status,taken_by,closed_at,conflict_note,'
      'appointment_at,appointment_minutes,appointment_zone,appointment_revision', 'person:contact,status,closed_at');
  CREATE TRIGGER consent_change BEFORE UPDATE ON sealed.consent
    FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:revoked_at', 'person:given_at,revoked_at');
  CREATE TRIGGER introduction_change BEFORE UPDATE ON sealed.introduction
    FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:consent_id,payload', 'business:answer,answered_at');
  CREATE TRIGGER message_change BEFORE UPDATE ON sealed.message
    FOR EACH ROW EXECUTE FUNCTION sealed.change_only('advocate:read_at', 'person:read_at', 'business:read_at');

  -- Given once and only with the code; taken back once and for good.
  CREATE FUNCTION sealed.consent_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (OLD.given_at IS NOT NULL AND NEW.given_at IS DISTINCT FROM OLD.given_at)
      OR (OLD.revoked_at IS NOT NULL AND to_jsonb(NEW) <> to_jsonb(OLD)) THEN
      RAISE EXCEPTION 'A consent is given once and taken back once.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'consent_goes_forward';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER consent_goes_forward BEFORE UPDATE ON sealed.consent
    FOR EACH ROW EXECUTE FUNCTION sealed.consent_goes_forward();

  -- No introduction without a consent that lives in this very moment. The row is held, so that it cannot be taken back
  -- meanwhile: that waits, and then hides the introduction.
  CREATE FUNCTION sealed.needs_live_consent() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM sealed.consent c
      WHERE c.id = NEW.consent_id AND c.application_id = NEW.application_id AND c.purpose = 'introduction'
        AND c.recipient_business_id = NEW.business_id
        AND c.given_at <= sealed.moment() AND c.expires_at > sealed.moment() AND c.revoked_at IS NULL
      FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'An introduction needs a live consent.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'introduction_needs_live_consent';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER introduction_needs_live_consent BEFORE INSERT OR UPDATE OF consent_id, payload ON sealed.introduction
    FOR EACH ROW EXECUTE FUNCTION sealed.needs_live_consent();
`;
