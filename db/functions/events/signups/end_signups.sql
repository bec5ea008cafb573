-- Ends active sign-ups and frees their places. The caller must hold the locks of their shifts and call events.offer_places for
-- the shifts this returns. Afterwards, a waitlist order means that the person had no place of their own yet.
-- Called by libs/events/src/waitlist/waitlist.ts
CREATE OR REPLACE FUNCTION events.end_signups(ids uuid[], outcome text, at timestamptz) RETURNS uuid[]
LANGUAGE sql AS $$
  WITH was AS (
    SELECT s.id, s.status, 1 + s.guests AS places FROM events.signup s
    WHERE s.id = ANY (ids) AND s.status NOT IN ('cancelled', 'expired')
  ), ended AS (
    UPDATE events.signup s SET status = outcome, ended_at = at, expires_at = NULL,
      line_number = CASE WHEN was.status IN ('waitlisted', 'offered') THEN s.line_number END
    FROM was WHERE s.id = was.id
    RETURNING s.shift_id, was.status, was.places
  ), counted AS (
    UPDATE events.shift s SET taken = s.taken - c.took, waiting = s.waiting - c.waited
    FROM (
      SELECT e.shift_id, coalesce(sum(e.places) FILTER (WHERE e.status <> 'waitlisted'), 0) AS took,
        count(*) FILTER (WHERE e.status = 'waitlisted') AS waited
      FROM ended e GROUP BY e.shift_id
    ) c
    WHERE s.id = c.shift_id
    RETURNING s.id
  )
  SELECT coalesce(array_agg(counted.id), '{}') FROM counted
$$;
