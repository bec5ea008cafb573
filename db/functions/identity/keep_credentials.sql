-- Only a program that signs people in may set a password, an authenticator or an address, or reopen a closed account. It is
-- recognized by its right to insert sessions. The worker's role can only remove these: it resets a lost authenticator and erases
-- people.
CREATE OR REPLACE FUNCTION identity.keep_credentials() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NOT has_table_privilege('identity.session', 'INSERT') THEN
    RAISE EXCEPTION 'This role may not set credentials.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER account_keeps_credentials
  BEFORE UPDATE OF email, password_hash, totp_secret_sealed, totp_confirmed_at, disabled_at ON identity.account
  FOR EACH ROW WHEN ((NEW.email IS DISTINCT FROM OLD.email AND NEW.email <> 'erased-' || NEW.id || '@erased.invalid')
    OR (NEW.password_hash IS DISTINCT FROM OLD.password_hash AND NEW.password_hash IS NOT NULL)
    OR (NEW.totp_secret_sealed IS DISTINCT FROM OLD.totp_secret_sealed AND NEW.totp_secret_sealed IS NOT NULL)
    OR (NEW.totp_confirmed_at IS DISTINCT FROM OLD.totp_confirmed_at AND NEW.totp_confirmed_at IS NOT NULL)
    OR (OLD.disabled_at IS NOT NULL AND NEW.disabled_at IS NULL))
  EXECUTE FUNCTION identity.keep_credentials();
