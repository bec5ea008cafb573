-- A shift carries the start of its event, by which the list "with free places" walks one index in order.
CREATE OR REPLACE FUNCTION events.shift_takes_event_start() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  SELECT starts_at INTO NEW.event_starts_at FROM events.event WHERE id = NEW.event_id;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER shift_takes_event_start BEFORE INSERT ON events.shift
  FOR EACH ROW EXECUTE FUNCTION events.shift_takes_event_start();
