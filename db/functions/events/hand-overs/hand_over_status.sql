-- Computed, because the giver's sign-up and the time change it without writing it.
-- Called by libs/events/src/hand-overs/hand-over-reads.ts
CREATE OR REPLACE FUNCTION events.hand_over_status(offer uuid, at timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN h.outcome IS NOT NULL THEN h.outcome
    WHEN u.status <> 'confirmed' OR u.shift_id <> h.shift_id OR e.status <> 'published' THEN 'gone'
    WHEN least(h.expires_at, s.starts_at) <= at THEN 'expired'
    ELSE 'open'
  END
  FROM events.hand_over h
    JOIN events.signup u ON u.id = h.signup_id
    JOIN events.shift s ON s.id = h.shift_id
    JOIN events.event e ON e.id = s.event_id
  WHERE h.id = offer
$$;
