-- Keeps the last 90 days whatever the argument, and actions of accounts under a legal hold.
-- Called by libs/identity/src/sessions/forget-sign-ins.processor.ts
CREATE OR REPLACE FUNCTION identity.forget_staff_actions(before timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM identity.staff_action_thing t WHERE t.at < least(before, now() - interval '90 days')
    AND NOT EXISTS (SELECT FROM identity.staff_action a WHERE a.id = t.action_id AND identity.is_held(a.account_id));
  DELETE FROM identity.staff_action WHERE at < least(before, now() - interval '90 days')
    AND NOT identity.is_held(account_id);
$$;
