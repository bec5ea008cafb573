-- Returns a series and all series that were split from it. A standing sign-up follows them.
-- Called by libs/events/src/standing-signups/standing-dates.ts
CREATE OR REPLACE FUNCTION events.series_and_later(series uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE ROWS 2 AS $$
  WITH RECURSIVE chain AS (
    SELECT series AS id
    UNION
    SELECT r.id FROM chain c JOIN events.series r ON r.continues_series_id = c.id
  )
  SELECT c.id FROM chain c
$$;
