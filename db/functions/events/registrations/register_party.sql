-- Registers a party for an event, or puts it on the waitlist. `entry`: { name, email, locale, party, answers, verified,
-- added_by }. Returns one row; `outcome` is:
--   created   a new registration
--   existing  this address already has a registration for the event; returns it
--   <CODE>    a refusal
--
-- A party gets all of its places or waits for all of them, and no one overtakes a waiting party. An address that already
-- has a verified registration gets a repeat: it is answered, counted and expired like a new one, so that the answer
-- reveals nothing, and its email says that the address is registered.
--
-- Locking: locks the form of the event first and reads everything afterward. Code that changes the status or the size of
-- a registration takes the same lock.
-- Called by libs/events/src/registrations/registrations.service.ts
CREATE OR REPLACE FUNCTION events.register_party(event uuid, entry jsonb, at timestamptz, unconfirmed_hours float8,
  mails_per_hour integer)
RETURNS TABLE (outcome text, id uuid, status text, party integer, waitlist_position integer)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  form events.registration_form;
  happening events.event;
  known events.registration;
  address citext := entry ->> 'email';
  people integer := (entry ->> 'party')::integer;
  verified boolean := coalesce((entry ->> 'verified')::boolean, false);
  staff uuid := (entry ->> 'added_by')::uuid;
  original uuid;
  new_id uuid := gen_random_uuid();
  new_status text;
  recent integer := 0;
BEGIN
  PERFORM FROM events.registration_form f WHERE f.event_id = event FOR NO KEY UPDATE;
  -- Before anything else, so that waiting parties get expired places first.
  PERFORM events.expire_registrations(ARRAY[event], at);
  SELECT f.* INTO form FROM events.registration_form f WHERE f.event_id = event;
  SELECT e.* INTO happening FROM events.event e WHERE e.id = event;
  outcome := CASE
    WHEN form.id IS NULL OR happening.status = 'draft' THEN 'NOT_FOUND'
    WHEN happening.status <> 'published' OR happening.ends_at <= at THEN 'REGISTRATION_CLOSED'
    -- It would never fit, and block the waitlist.
    WHEN people > form.capacity THEN 'PARTY_TOO_LARGE'
    WHEN staff IS NOT NULL THEN NULL
    WHEN NOT form.is_enabled
      OR least(form.closes_at_local AT TIME ZONE happening.time_zone, happening.starts_at) <= at THEN 'REGISTRATION_CLOSED'
    WHEN form.opens_at_local AT TIME ZONE happening.time_zone > at THEN 'REGISTRATION_NOT_OPEN'
    WHEN people > form.max_party THEN 'PARTY_TOO_LARGE'
  END;
  IF outcome IS NOT NULL THEN
    RETURN NEXT;
    RETURN;
  END IF;

  SELECT r.* INTO known FROM events.registration r
  WHERE r.event_id = event AND r.email = address AND r.repeat_of IS NULL AND r.status IN ('confirmed', 'waitlisted');
  IF known.id IS NOT NULL AND staff IS NOT NULL THEN
    outcome := 'ALREADY_REGISTERED';
    RETURN NEXT;
    RETURN;
  END IF;
  IF known.id IS NOT NULL AND NOT verified AND known.expires_at IS NULL THEN
    original := known.id;
    SELECT r.* INTO known FROM events.registration r
    WHERE r.repeat_of = original AND r.status IN ('confirmed', 'waitlisted');
  END IF;
  IF known.id IS NOT NULL THEN
    IF verified THEN
      UPDATE events.registration r SET verified_at = coalesce(r.verified_at, at), expires_at = NULL WHERE r.id = known.id;
    END IF;
    RETURN QUERY SELECT 'existing', known.id, known.status, known.party,
      CASE WHEN known.status = 'waitlisted' THEN (
        SELECT count(*)::integer FROM events.registration r
        WHERE r.event_id = event AND r.status = 'waitlisted' AND r.line_number <= known.line_number
      ) END;
    RETURN;
  END IF;
  new_status := CASE
    WHEN form.capacity IS NULL OR (form.waiting = 0 AND form.taken + people <= form.capacity) THEN 'confirmed'
    WHEN form.has_waitlist THEN 'waitlisted'
  END;
  IF new_status IS NULL THEN
    outcome := 'REGISTRATION_FULL';
    RETURN NEXT;
    RETURN;
  END IF;
  -- Limits emails per address and hour, so that typing a stranger's address repeatedly can't flood their inbox.
  IF NOT verified AND staff IS NULL THEN
    SELECT count(*) INTO recent FROM events.registration r
    WHERE r.email = address AND r.created_at > at - interval '1 hour';
  END IF;
  INSERT INTO events.registration (id, event_id, name, email, locale, status, party, answers, line_number, verified_at,
    expires_at, repeat_of, added_by, created_at)
  VALUES (new_id, event, entry ->> 'name', address, entry ->> 'locale', new_status, people, entry -> 'answers',
    CASE WHEN new_status = 'waitlisted' THEN form.next_in_line END, CASE WHEN verified THEN at END,
    CASE WHEN NOT verified AND staff IS NULL
      THEN least(at + unconfirmed_hours * interval '1 hour', happening.starts_at) END,
    original, staff, at);
  IF new_status = 'waitlisted' THEN
    UPDATE events.registration_form f SET next_in_line = f.next_in_line + 1 WHERE f.event_id = event;
  END IF;
  IF address IS NOT NULL AND recent < mails_per_hour THEN
    INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
    SELECT m.template || '/' || new_id, m.template, new_id, address, entry ->> 'locale', at
    FROM (SELECT CASE WHEN original IS NOT NULL THEN 'registration-repeat' ELSE 'registration-received' END AS template) m
    ON CONFLICT (key) DO NOTHING;
  END IF;
  RETURN QUERY SELECT 'created', new_id, new_status, people,
    CASE WHEN new_status = 'waitlisted' THEN form.waiting + 1 END;
END $$;
