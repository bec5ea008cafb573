-- Moves sign-ups from their spots to the front of the waitlist, in the order of their arrival. The caller holds the locks of their
-- shifts.
-- Called by libs/events/src/series/series-signups.ts
CREATE OR REPLACE FUNCTION events.displace_signups(ids uuid[]) RETURNS void
LANGUAGE sql AS $$
  WITH displaced AS (
    SELECT u.id, u.shift_id, row_number() OVER (PARTITION BY u.shift_id ORDER BY u.created_at DESC, u.id DESC) AS behind
    FROM events.signup u WHERE u.id = ANY (ids)
  ), front AS (
    SELECT d.shift_id, least((SELECT min(a.line_number) FROM events.signup a WHERE a.shift_id = d.shift_id), 1) AS line_number
    FROM displaced d GROUP BY d.shift_id
  ), moved AS (
    UPDATE events.signup u
    SET status = 'waitlisted', offer_expires_at = NULL, told_position = NULL, line_number = front.line_number - d.behind
    FROM displaced d JOIN front USING (shift_id)
    WHERE u.id = d.id
    RETURNING u.shift_id, 1 + u.guests AS places
  )
  UPDATE events.shift s SET taken = s.taken - m.places, waiting = s.waiting + m.people
  FROM (SELECT shift_id, sum(places) AS places, count(*) AS people FROM moved GROUP BY shift_id) m
  WHERE s.id = m.shift_id
$$;
