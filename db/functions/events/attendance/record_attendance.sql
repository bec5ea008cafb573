-- Records attendance marks from the check-in list. Input: JSON array of { ord, id, signup, kind, at, undoes, blocked,
-- unsigned }. Returns one row per mark: 'RECORDED', 'ALREADY' or the reason for rejecting it. A rejected mark doesn't affect the others.
-- The caller checks which sign-ups may be marked. 'ALREADY' means that the mark was received before, or that another mark
-- already checked in this person. The second check-in is stored as well: if the first is undone, the person stays checked in.
-- Called by libs/events/src/attendance/attendance.service.ts
CREATE OR REPLACE FUNCTION events.record_attendance(marks jsonb, made_by uuid, at timestamptz, opens_before interval,
  forgotten_after interval)
RETURNS TABLE (ord integer, code text)
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  signups uuid[] := ARRAY(SELECT DISTINCT (m ->> 'signup')::uuid FROM jsonb_array_elements(marks) m);
  undoing uuid[] := ARRAY(SELECT (m ->> 'undoes')::uuid FROM jsonb_array_elements(marks) m WHERE m ->> 'undoes' IS NOT NULL);
BEGIN
  PERFORM FROM events.shift s
  WHERE s.id IN (SELECT u.shift_id FROM events.signup u WHERE u.id = ANY (signups))
  ORDER BY s.id FOR NO KEY UPDATE;

  RETURN QUERY
  WITH told AS MATERIALIZED (
    SELECT m.ord, m.id, m.signup, m.kind, m.undoes,
      -- Phone clocks may be fast: no mark is later than its arrival.
      least(m.at, record_attendance.at) AS at,
      CASE
        WHEN u.id IS NULL OR u.repeat_of IS NOT NULL THEN 'NOT_FOUND'
        WHEN known.id IS NOT NULL THEN CASE WHEN known.signup_id = m.signup THEN 'ALREADY' ELSE 'NOT_FOUND' END
        WHEN e.status NOT IN ('published', 'completed') THEN 'EVENT_OFF'
        WHEN u.status IN ('waitlisted', 'offered') THEN 'NO_PLACE'
        WHEN u.status IN ('cancelled', 'expired') THEN 'SIGNUP_ENDED'
        WHEN m.kind = 'undo' THEN CASE WHEN undone.id IS NULL THEN 'NOT_FOUND' ELSE 'RECORDED' END
        WHEN least(m.at, record_attendance.at) < s.starts_at
            - CASE
              WHEN m.kind = 'no_show' THEN interval '0'
              WHEN u.early_reason IS NOT NULL THEN interval '12 hours'
              ELSE opens_before
            END THEN 'TOO_EARLY'
        WHEN here.id IS NOT NULL THEN 'ALREADY'
        WHEN m.blocked AND m.kind = 'check_in' THEN 'TOO_FEW_ADULTS'
        WHEN m.unsigned AND m.kind = 'check_in' THEN 'GUARDIAN_NEEDED'
        ELSE 'RECORDED'
      END AS code,
      -- A second check-in is stored, unless it would be rejected without the first.
      known.id IS NULL AND here.id IS NOT NULL AND NOT coalesce(m.blocked, false) AND NOT coalesce(m.unsigned, false) AS again
    FROM jsonb_to_recordset(marks) AS m (ord integer, id uuid, signup uuid, kind text, at timestamptz, undoes uuid,
        blocked boolean, unsigned boolean)
      LEFT JOIN events.signup u ON u.id = m.signup
      LEFT JOIN events.shift s ON s.id = u.shift_id
      LEFT JOIN events.event e ON e.id = s.event_id
      LEFT JOIN events.attendance_mark known ON known.id = m.id
      LEFT JOIN LATERAL (
        SELECT k.id FROM events.attendance_mark k WHERE k.id = m.undoes AND k.signup_id = m.signup
        UNION ALL
        SELECT k.id FROM jsonb_to_recordset(marks) AS k (id uuid, signup uuid) WHERE k.id = m.undoes AND k.signup = m.signup
        LIMIT 1
      -- Few marks undo another. This condition avoids comparing 500 marks with each other.
      ) undone ON m.undoes IS NOT NULL
      LEFT JOIN LATERAL (
        SELECT k.id FROM events.attendance_mark k
        WHERE k.signup_id = m.signup AND k.kind = 'check_in' AND k.undone_at IS NULL AND k.id <> ALL (undoing)
          AND NOT EXISTS (
            SELECT FROM events.attendance_mark o
            WHERE o.signup_id = m.signup AND o.kind = 'check_out' AND o.undone_at IS NULL
              AND o.at BETWEEN least(k.at, m.at) AND greatest(k.at, m.at)
          )
        LIMIT 1
      ) here ON m.kind = 'check_in'
  ), written AS (
    INSERT INTO events.attendance_mark AS k (id, signup_id, kind, at, heard_at, made_by, undone_at, undone_by)
    SELECT DISTINCT ON (t.id) t.id, t.signup, t.kind, t.at, record_attendance.at, record_attendance.made_by,
      -- The batch contains both this mark and its undo.
      CASE WHEN b.ord IS NOT NULL THEN record_attendance.at END,
      CASE WHEN b.ord IS NOT NULL THEN record_attendance.made_by END
    FROM told t LEFT JOIN told b ON b.undoes = t.id AND b.code = 'RECORDED' AND b.kind = 'undo'
    WHERE (t.code = 'RECORDED' OR (t.code = 'ALREADY' AND t.again)) AND t.kind <> 'undo'
    ORDER BY t.id, t.ord
    ON CONFLICT (id) DO NOTHING
  ), taken_back AS (
    UPDATE events.attendance_mark k SET undone_at = record_attendance.at, undone_by = record_attendance.made_by
    FROM told t
    WHERE t.kind = 'undo' AND t.code = 'RECORDED' AND k.id = t.undoes AND k.undone_at IS NULL
  )
  SELECT t.ord, t.code FROM told t ORDER BY t.ord;

  -- Queue a thank-you or missed-you email. It is sent immediately if its time has passed.
  WITH settled AS (
    SELECT * FROM events.settle_attendance(signups, at, forgotten_after)
  )
  INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, data, due_at)
  SELECT m.template || '/' || u.id || '/' || extract(epoch FROM d.due_at)::bigint, m.template, u.id, v.email, u.locale,
    jsonb_build_object('start', extract(epoch FROM s.starts_at)::bigint), at
  FROM settled c
    JOIN events.signup u ON u.id = c.signup_id
    JOIN events.shift s ON s.id = u.shift_id
    JOIN volunteers.volunteer v ON v.id = u.volunteer_id
    JOIN events.shift_due d ON d.shift_id = s.id AND d.kind = 'thank-you' AND d.done_at IS NOT NULL AND d.until > at
    CROSS JOIN LATERAL (
      SELECT CASE WHEN c.after = 'no_show' THEN 'missed-you' ELSE 'thank-you' END AS template
    ) m
  WHERE c.after <> 'confirmed'
    -- A volunteer gets only one of the two.
    AND NOT EXISTS (
      SELECT FROM notifications.mail k
      WHERE k.subject_id = u.id AND k.template IN ('thank-you', 'missed-you') AND k.template <> m.template
        AND k.status = 'sent'
    )
  ON CONFLICT (key) DO NOTHING;
END $$;
