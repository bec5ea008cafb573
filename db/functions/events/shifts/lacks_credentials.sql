-- Returns true if the volunteer lacks a credential the shift requires now: those required at sign-up, and those required by the
-- day of the shift if there is no time left to get them. A credential must be valid until the end of the shift.
-- The missing credentials are listed by
-- libs/events/src/requirements/shift-requirements.service.ts
-- Called by db/functions/events/shifts/judge_signups.sql
CREATE OR REPLACE FUNCTION events.lacks_credentials(volunteer uuid, shift uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM events.shift s
      CROSS JOIN LATERAL (SELECT (s.ends_at_local - interval '1 microsecond')::date AS day) last
      CROSS JOIN LATERAL unnest(s.strict_credential_ids || CASE
        WHEN s.starts_at - s.credentials_due_hours * interval '1 hour' <= at THEN s.day_credential_ids END) AS r (id)
      JOIN volunteers.credential_type t ON t.id = r.id AND t.retired_at IS NULL
      LEFT JOIN volunteers.volunteer v ON v.id = volunteer
    WHERE s.id = shift
      AND NOT EXISTS (
        SELECT FROM volunteers.credential c
        WHERE c.volunteer_id = volunteer AND c.type_id = t.id AND c.status = 'approved'
          AND (c.expires_on IS NULL OR c.expires_on >= last.day)
          AND (t.kind <> 'waiver' OR c.text_version = t.text_version)
      )
      AND NOT (t.kind = 'age' AND coalesce(extract(year FROM last.day) > v.birth_year + t.minimum_age, false))
  )
$$;
