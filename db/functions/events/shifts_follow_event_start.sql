-- Where the event moves, so does the start that its shifts carry.
CREATE OR REPLACE FUNCTION events.shifts_follow_event_start() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE events.shift SET event_starts_at = NEW.starts_at WHERE event_id = NEW.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER shifts_follow_event_start AFTER UPDATE OF starts_at ON events.event
  FOR EACH ROW WHEN (OLD.starts_at <> NEW.starts_at) EXECUTE FUNCTION events.shifts_follow_event_start();
