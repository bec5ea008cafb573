-- Offers the free places of these shifts to the waitlist, in the transaction that freed them. A party is offered all its places
-- together and is never overtaken; with takes_fewer it is offered as many as are free. A repeat of an active sign-up expires
-- when its turn comes. An offer clears the deadline for verifying the address, because accepting it verifies the address.
-- Called by libs/events/src/events/shift-changes.service.ts
CREATE OR REPLACE FUNCTION events.offer_places(shift_ids uuid[], at timestamptz, hold_hours float8) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  PERFORM FROM events.shift s WHERE s.id = ANY (shift_ids) ORDER BY s.id FOR NO KEY UPDATE;

  WITH line AS (
    SELECT w.id, w.idle, w.party, w.takes_fewer, s.capacity - s.taken AS free, s.starts_at,
      coalesce(sum(w.party) FILTER (WHERE NOT w.idle) OVER (PARTITION BY s.id ORDER BY w.line_number), 0) AS upto
    FROM events.shift s
      JOIN events.event e ON e.id = s.event_id AND e.status = 'published'
      CROSS JOIN LATERAL (
        SELECT u.id, u.line_number, 1 + u.guests AS party, u.takes_fewer, coalesce(o.status IN ('confirmed', 'waitlisted', 'offered'), false) AS idle
        FROM events.signup u LEFT JOIN events.signup o ON o.id = u.repeat_of
        WHERE u.shift_id = s.id AND u.status = 'waitlisted'
      ) w
    WHERE s.id = ANY (shift_ids) AND s.taken < s.capacity AND s.waiting > 0 AND s.starts_at > at
  ), fits AS (
    SELECT l.*, CASE
        WHEN l.idle OR l.upto <= l.free THEN l.party
        ELSE greatest(l.free - (l.upto - l.party), 0)
      END::integer AS places
    FROM line l
    WHERE CASE WHEN l.idle THEN l.upto < l.free WHEN l.takes_fewer THEN l.upto - l.party < l.free ELSE l.upto <= l.free END
  ), moved AS (
    UPDATE events.signup u
    SET status = CASE WHEN fits.idle THEN 'expired' ELSE 'offered' END,
      expires_at = NULL,
      ended_at = CASE WHEN fits.idle THEN at END,
      offer_expires_at = CASE WHEN NOT fits.idle THEN least(at + hold_hours * interval '1 hour', fits.starts_at) END,
      guests = CASE WHEN fits.idle THEN u.guests ELSE fits.places - 1 END,
      guest_names = CASE WHEN fits.idle THEN u.guest_names ELSE u.guest_names[1:fits.places - 1] END
    FROM fits
    WHERE u.id = fits.id
    RETURNING u.id, u.shift_id, u.volunteer_id, u.locale, u.status, fits.places
  ), counted AS (
    UPDATE events.shift s SET taken = s.taken + c.offered, waiting = s.waiting - c.left_line
    FROM (
      SELECT m.shift_id, count(*) AS left_line, coalesce(sum(m.places) FILTER (WHERE m.status = 'offered'), 0) AS offered
      FROM moved m GROUP BY m.shift_id
    ) c
    WHERE s.id = c.shift_id
  )
  INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
  SELECT 'signup-offer/' || m.id, 'signup-offer', m.id, v.email, m.locale, at
  FROM moved m JOIN volunteers.volunteer v ON v.id = m.volunteer_id
  WHERE m.status = 'offered'
  ON CONFLICT (key) DO NOTHING;
END $$;
