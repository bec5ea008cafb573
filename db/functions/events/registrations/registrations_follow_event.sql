-- Notifies the participants when their event is canceled, or moves to another time or place, whichever code changed it.
-- Unconfirmed registrations expire when it starts, at the latest. Moved to another day, it gets another reminder.
CREATE OR REPLACE FUNCTION events.registrations_follow_event() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM events.registration_form f WHERE f.event_id = NEW.id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF NEW.status = 'cancelled' THEN
    WITH cancelled AS (
      UPDATE events.registration r SET status = 'cancelled', ended_at = NEW.updated_at
      WHERE r.event_id = NEW.id AND r.status IN ('confirmed', 'waitlisted')
      RETURNING r.id, r.email, r.locale, r.repeat_of
    )
    INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
    SELECT 'registration-event-canceled/' || c.id, 'registration-event-canceled', c.id, c.email, c.locale, NEW.updated_at
    FROM cancelled c WHERE c.email IS NOT NULL AND c.repeat_of IS NULL
    ON CONFLICT (key) DO NOTHING;
  ELSIF NEW.ends_at > NEW.updated_at THEN
    UPDATE events.registration r SET expires_at = NEW.starts_at
    WHERE r.event_id = NEW.id AND r.status IN ('confirmed', 'waitlisted') AND r.expires_at > NEW.starts_at;
    IF OLD.starts_at_local::date <> NEW.starts_at_local::date THEN
      UPDATE events.registration r SET reminded_at = NULL WHERE r.event_id = NEW.id AND r.reminded_at IS NOT NULL;
    END IF;
    INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at, data)
    SELECT 'registration-changed/' || r.id || '/' || NEW.version, 'registration-changed', r.id, r.email, r.locale,
      NEW.updated_at, jsonb_build_object('title', OLD.title, 'place', OLD.place, 'online', OLD.online,
        'onlineUrl', OLD.online_url, 'startsAt', OLD.starts_at, 'endsAt', OLD.ends_at, 'timeZone', OLD.time_zone)
    FROM events.registration r
    WHERE r.event_id = NEW.id AND r.status IN ('confirmed', 'waitlisted') AND r.email IS NOT NULL AND r.repeat_of IS NULL
    ON CONFLICT (key) DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER registrations_follow_event
  AFTER UPDATE OF title, place, online, online_url, starts_at, ends_at, time_zone, status ON events.event
  FOR EACH ROW WHEN (
    (NEW.status = 'cancelled' AND OLD.status <> 'cancelled')
    OR (NEW.status = 'published' AND OLD.status = 'published'
      AND (OLD.title, OLD.place, OLD.online, OLD.online_url, OLD.starts_at, OLD.ends_at, OLD.time_zone)
        IS DISTINCT FROM (NEW.title, NEW.place, NEW.online, NEW.online_url, NEW.starts_at, NEW.ends_at, NEW.time_zone))
  )
  EXECUTE FUNCTION events.registrations_follow_event();
