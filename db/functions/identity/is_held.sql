-- Used by functions that delete account records with the owner's rights; other code checks the register (isHeld). A
-- hold ends by the organization's time zone, which is unknown here, so it is kept one day longer.
-- Called by db/functions/identity/forget_staff_actions.sql
CREATE OR REPLACE FUNCTION identity.is_held(account uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM identity.legal_hold h JOIN identity.account a ON lower(a.email::text) = lower(h.email::text)
    WHERE a.id = account AND h.ended_at IS NULL AND h.ends_on >= now()::date - 1
  );
$$;
