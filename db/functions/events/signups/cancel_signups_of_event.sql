-- Called by libs/events/src/events/shift-changes.service.ts
CREATE OR REPLACE FUNCTION events.cancel_signups_of_event(cancelled uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  active uuid[];
BEGIN
  PERFORM FROM events.shift s WHERE s.event_id = cancelled ORDER BY s.id FOR NO KEY UPDATE;
  active := ARRAY(
    SELECT u.id FROM events.signup u JOIN events.shift s ON s.id = u.shift_id
    WHERE s.event_id = cancelled AND u.status NOT IN ('cancelled', 'expired')
  );
  PERFORM events.end_signups(active, 'cancelled', at);
  INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
  SELECT 'event-cancelled/' || u.id, 'event-cancelled', u.id, v.email, u.locale, at
  FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
  WHERE u.id = ANY (active) AND u.repeat_of IS NULL
  ON CONFLICT (key) DO NOTHING;
END $$;
