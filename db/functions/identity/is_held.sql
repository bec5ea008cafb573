-- Whether a legal hold names the address of an account. What is kept of accounts by the owner's rights alone is forgotten by
-- functions, which ask this; all else of people asks by the register (isHeld). The last day of a hold is one of the organisation's own
-- zone, which is not known here: a day longer is kept, so that it has ended everywhere.
-- Called by db/functions/identity/forget_staff_actions.sql
CREATE OR REPLACE FUNCTION identity.is_held(account uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM identity.legal_hold h JOIN identity.account a ON lower(a.email::text) = lower(h.email::text)
    WHERE a.id = account AND h.ended_at IS NULL AND h.ends_on >= now()::date - 1
  );
$$;
