-- Skips emails to erased addresses, for example when a gift of an erased donor is refunded. Addresses at nobody.invalid are
-- placeholders for volunteers without an address; the previous release needs one.
CREATE OR REPLACE FUNCTION notifications.skip_nobody() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.status := 'skipped';
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER mail_to_nobody_is_skipped BEFORE INSERT ON notifications.mail
  FOR EACH ROW WHEN (NEW.recipient LIKE '%@erased.invalid' OR NEW.recipient LIKE '%@nobody.invalid') EXECUTE FUNCTION notifications.skip_nobody();
