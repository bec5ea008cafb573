-- Gives the free places of these events to the waitlist, in order: a party is never overtaken by one that came later.
-- Each person gets one email. A repeat of an active registration expires when its turn comes.
-- Called by libs/events/src/registrations/registration-places.ts
CREATE OR REPLACE FUNCTION events.fill_registrations(event_ids uuid[], at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM events.registration_form f WHERE f.event_id = ANY (event_ids) ORDER BY f.event_id FOR NO KEY UPDATE;
  WITH line AS (
    SELECT r.id, w.idle, f.capacity IS NULL AS is_unlimited, f.capacity - f.taken AS free, r.party,
      coalesce(sum(r.party) FILTER (WHERE NOT w.idle) OVER (PARTITION BY r.event_id ORDER BY r.line_number), 0) AS upto
    FROM events.registration_form f
      JOIN events.event e ON e.id = f.event_id AND e.status = 'published' AND e.starts_at > at
      JOIN events.registration r ON r.event_id = f.event_id AND r.status = 'waitlisted'
      LEFT JOIN events.registration o ON o.id = r.repeat_of
      CROSS JOIN LATERAL (SELECT coalesce(o.status IN ('confirmed', 'waitlisted'), false) AS idle) w
    WHERE f.event_id = ANY (event_ids) AND f.waiting > 0 AND (f.capacity IS NULL OR f.taken < f.capacity)
  ), moved AS (
    UPDATE events.registration r
    SET status = CASE WHEN line.idle THEN 'expired' ELSE 'confirmed' END, ended_at = CASE WHEN line.idle THEN at END
    FROM line
    WHERE r.id = line.id AND (line.is_unlimited OR CASE WHEN line.idle THEN line.upto < line.free ELSE line.upto <= line.free END)
    RETURNING r.id, r.email, r.locale, r.status
  )
  INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
  SELECT 'registration-moved-up/' || m.id, 'registration-moved-up', m.id, m.email, m.locale, at
  FROM moved m WHERE m.status = 'confirmed' AND m.email IS NOT NULL
  ON CONFLICT (key) DO NOTHING;
END $$;
