-- Sign-ups without any overlap are updated in one statement; the rest one by one, so that the exclusion constraint
-- decides.
-- Called by db/functions/events/signups/move_signups.sql
CREATE OR REPLACE FUNCTION events.clear_overlaps(volunteer_ids uuid[]) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  marked uuid;
BEGIN
  BEGIN
    UPDATE events.signup u SET overlap_reason = NULL
    WHERE u.volunteer_id = ANY (volunteer_ids) AND u.status IN ('confirmed', 'checked_in', 'completed') AND u.overlap_reason = 'shift moved'
      AND NOT EXISTS (
        SELECT FROM events.signup o
        WHERE o.volunteer_id = u.volunteer_id AND o.id <> u.id AND o.during && u.during
          AND o.status IN ('confirmed', 'checked_in', 'completed') AND o.proven_at IS NOT NULL
      );
  EXCEPTION WHEN exclusion_violation THEN
    -- Another sign-up for an overlapping shift was committed meanwhile. The loop below handles it.
    NULL;
  END;
  FOR marked IN
    SELECT u.id FROM events.signup u
    WHERE u.volunteer_id = ANY (volunteer_ids) AND u.status IN ('confirmed', 'checked_in', 'completed') AND u.overlap_reason = 'shift moved'
    ORDER BY u.volunteer_id, u.created_at, u.id
  LOOP
    BEGIN
      UPDATE events.signup u SET overlap_reason = NULL WHERE u.id = marked AND u.overlap_reason = 'shift moved';
    EXCEPTION WHEN exclusion_violation THEN
      NULL;
    END;
  END LOOP;
END $$;
