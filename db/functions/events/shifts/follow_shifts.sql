-- 'changes' is [{ shiftId, before }]. Every active volunteer gets one email. A volunteer who now has two shifts at the
-- same time keeps both: the moved one gets an overlap reason.
-- Called by libs/events/src/events/shift-changes.service.ts
CREATE OR REPLACE FUNCTION events.follow_shifts(changes jsonb, sequence integer, at timestamptz) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  moved uuid[] := ARRAY(SELECT (c ->> 'shiftId')::uuid FROM jsonb_array_elements(changes) c);
BEGIN
  PERFORM FROM events.shift s WHERE s.id = ANY (moved) ORDER BY s.id FOR NO KEY UPDATE;

  PERFORM events.move_signups(moved);

  INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, data, due_at)
  SELECT 'signup-changed/' || u.id || '/' || (sequence + u.moves), 'signup-changed', u.id, v.email, u.locale,
    jsonb_build_object('before', c -> 'before')
      || CASE WHEN u.overlap_reason = 'shift moved' THEN '{"overlaps": true}'::jsonb ELSE '{}'::jsonb END,
    at
  FROM jsonb_array_elements(changes) c
    JOIN events.signup u ON u.shift_id = (c ->> 'shiftId')::uuid
    JOIN volunteers.volunteer v ON v.id = u.volunteer_id
  WHERE u.status IN ('confirmed', 'waitlisted', 'offered') AND u.repeat_of IS NULL
  ON CONFLICT (key) DO NOTHING;
END $$;
