-- Refuses an introduction without an active consent. Locks the consent, so that a concurrent revocation waits and then hides
-- the introduction.
-- Refusal texts: libs/advocacy/src/introductions/introductions.service.ts
CREATE OR REPLACE FUNCTION sealed.needs_live_consent() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM sealed.consent c
    WHERE c.id = NEW.consent_id AND c.application_id = NEW.application_id AND c.purpose = 'introduction'
      AND c.recipient_business_id = NEW.business_id
      AND c.given_at <= sealed.clock_now() AND c.expires_at > sealed.clock_now() AND c.revoked_at IS NULL
    FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'An introduction needs a live consent.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'introduction_needs_live_consent';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER introduction_needs_live_consent
  BEFORE INSERT OR UPDATE OF consent_id, payload ON sealed.introduction
  FOR EACH ROW EXECUTE FUNCTION sealed.needs_live_consent();
