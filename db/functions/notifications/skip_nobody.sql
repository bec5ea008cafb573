-- Skips emails to erased addresses, for example when a gift of an erased donor is refunded.
CREATE OR REPLACE FUNCTION notifications.skip_nobody() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.status := 'skipped';
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER mail_to_nobody_is_skipped BEFORE INSERT ON notifications.mail
  FOR EACH ROW WHEN (NEW.recipient LIKE '%@erased.invalid') EXECUTE FUNCTION notifications.skip_nobody();
