-- Lists of shifts need the event's start for an index in order, and its chapter, languages, postcode and opening times
-- for their filters.
CREATE OR REPLACE FUNCTION events.shift_takes_after_event() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  SELECT e.starts_at, e.chapter_id, e.languages, e.postcode, e.online, e.status = 'published', e.opens_at, e.opens_to_members_at
    INTO NEW.event_starts_at, NEW.chapter_id, NEW.languages, NEW.postcode, NEW.online, NEW.is_open, NEW.opens_at,
      NEW.opens_to_members_at
    FROM events.event e WHERE e.id = NEW.event_id;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER shift_takes_after_event BEFORE INSERT ON events.shift
  FOR EACH ROW EXECUTE FUNCTION events.shift_takes_after_event();
