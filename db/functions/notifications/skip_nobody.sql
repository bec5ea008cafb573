-- A mail to the address of somebody who was erased goes nowhere: a refund of theirs, say, is still booked. Nobody is told.
CREATE OR REPLACE FUNCTION notifications.skip_nobody() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.status := 'skipped';
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER mail_to_nobody_is_skipped BEFORE INSERT ON notifications.mail
  FOR EACH ROW WHEN (NEW.recipient LIKE '%@erased.invalid') EXECUTE FUNCTION notifications.skip_nobody();
