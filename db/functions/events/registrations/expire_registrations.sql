-- Expires the registrations of these events that were not confirmed in time, and gives their places to the waitlist.
-- Called by libs/events/src/registrations/expire-registrations.processor.ts
CREATE OR REPLACE FUNCTION events.expire_registrations(event_ids uuid[], at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM events.registration_form f WHERE f.event_id = ANY (event_ids) ORDER BY f.event_id FOR NO KEY UPDATE;
  UPDATE events.registration r SET status = 'expired', ended_at = at
  WHERE r.event_id = ANY (event_ids) AND r.verified_at IS NULL AND r.expires_at <= at
    AND r.status IN ('confirmed', 'waitlisted');
  PERFORM events.fill_registrations(event_ids, at);
END $$;
