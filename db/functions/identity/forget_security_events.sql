-- Keeps the last seven days whatever the argument, and events of accounts under a legal hold.
-- Called by libs/identity/src/sessions/forget-sign-ins.processor.ts
CREATE OR REPLACE FUNCTION identity.forget_security_events(before timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM identity.security_event
  WHERE (minute IS NOT NULL OR kind IN ('signed-in', 'signed-out')) AND at < least(before, now() - interval '7 days')
    AND NOT identity.is_held(account_id);
$$;
