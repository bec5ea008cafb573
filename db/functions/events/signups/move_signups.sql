-- Moves the sign-ups of shifts whose times have changed. The caller holds the locks of the shifts. A volunteer who now has two
-- shifts at the same time keeps both: the moved one gets an overlap reason.
-- Called by libs/events/src/series/series-signups.ts
CREATE OR REPLACE FUNCTION events.move_signups(moved uuid[]) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  -- Exempt all moved sign-ups from the overlap constraint first, so that two shifts can swap their times.
  UPDATE events.signup u
  SET during = tstzrange(s.starts_at, s.ends_at, '[)'),
    overlap_reason = CASE WHEN u.status IN ('confirmed', 'checked_in', 'completed') AND u.proven_at IS NOT NULL
      THEN coalesce(u.overlap_reason, 'shift moved') ELSE u.overlap_reason END,
    expires_at = least(u.expires_at, s.starts_at),
    offer_expires_at = least(u.offer_expires_at, s.starts_at)
  FROM events.shift s
  WHERE u.shift_id = s.id AND s.id = ANY (moved) AND u.status NOT IN ('cancelled', 'expired')
    AND u.during <> tstzrange(s.starts_at, s.ends_at, '[)');

  -- Then clear the exemption wherever nothing overlaps, including exemptions left by earlier moves.
  PERFORM events.clear_overlaps(ARRAY(
    SELECT DISTINCT u.volunteer_id FROM events.signup u
    WHERE u.shift_id = ANY (moved) AND u.status IN ('confirmed', 'checked_in', 'completed')
  ));
END $$;
