-- Locks the shifts in ID order like all other code.
CREATE OR REPLACE FUNCTION events.shifts_follow_event() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM events.shift WHERE event_id = NEW.id ORDER BY id FOR NO KEY UPDATE;
  UPDATE events.shift
    SET event_starts_at = NEW.starts_at, chapter_id = NEW.chapter_id, languages = NEW.languages,
      postcode = NEW.postcode, online = NEW.online, is_open = NEW.status = 'published',
      opens_at = NEW.opens_at, opens_to_members_at = NEW.opens_to_members_at
    WHERE event_id = NEW.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER shifts_follow_event
  AFTER UPDATE OF starts_at, chapter_id, languages, place, online, status, opens_at, opens_to_members_at ON events.event
  FOR EACH ROW WHEN ((OLD.starts_at, OLD.chapter_id, OLD.languages, OLD.online, OLD.status = 'published',
      OLD.opens_at, OLD.opens_to_members_at)
    IS DISTINCT FROM (NEW.starts_at, NEW.chapter_id, NEW.languages, NEW.online, NEW.status = 'published',
      NEW.opens_at, NEW.opens_to_members_at)
    OR OLD.place IS DISTINCT FROM NEW.place)
  EXECUTE FUNCTION events.shifts_follow_event();
