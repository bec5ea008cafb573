-- Derives the status of these sign-ups from their remaining marks: the first check-in and the last check-out count, a check-in
-- beats a no-show, and a volunteer who forgot to check out is completed some time after the end. The result doesn't depend on
-- the order in which marks arrived. The caller must hold the locks of the shifts. Returns the sign-ups that changed.
-- Called by db/functions/events/attendance/record_attendance.sql
CREATE OR REPLACE FUNCTION events.settle_attendance(ids uuid[], at timestamptz, forgotten_after interval)
RETURNS TABLE (signup_id uuid, before text, after text)
LANGUAGE sql SET plan_cache_mode = force_custom_plan AS $$
  WITH marks AS (
    SELECT m.signup_id,
      min(m.at) FILTER (WHERE m.kind = 'check_in') AS first_in,
      max(m.at) FILTER (WHERE m.kind = 'check_in') AS last_in,
      max(m.at) FILTER (WHERE m.kind = 'check_out') AS last_out,
      bool_or(m.kind = 'no_show') AS missed
    FROM events.attendance_mark m WHERE m.signup_id = ANY (ids) AND m.undone_at IS NULL
    GROUP BY m.signup_id
  ), now_so AS (
    SELECT u.id, u.status AS before, m.first_in,
      CASE WHEN m.last_out >= m.last_in THEN m.last_out END AS out,
      CASE
        WHEN m.first_in IS NOT NULL
          THEN CASE WHEN m.last_out >= m.last_in OR s.ends_at <= at - forgotten_after THEN 'completed' ELSE 'checked_in' END
        WHEN m.missed THEN 'no_show'
        ELSE 'confirmed'
      END AS after
    FROM events.signup u
      JOIN events.shift s ON s.id = u.shift_id
      LEFT JOIN marks m ON m.signup_id = u.id
    WHERE u.id = ANY (ids) AND u.status IN ('confirmed', 'checked_in', 'completed', 'no_show')
  ), written AS (
    UPDATE events.signup u
    SET status = n.after, checked_in_at = n.first_in, checked_out_at = n.out,
      -- A volunteer who checked in doesn't expire for an unverified address.
      expires_at = CASE WHEN n.first_in IS NULL THEN u.expires_at END
    FROM now_so n
    WHERE u.id = n.id AND (u.status, u.checked_in_at, u.checked_out_at) IS DISTINCT FROM (n.after, n.first_in, n.out)
  )
  SELECT n.id, n.before, n.after FROM now_so n WHERE n.before <> n.after
$$;
