-- Moves a place from one volunteer to the one it was offered to. Returns 'taken', 'again' if that happened before, 'there' if
-- the taker already has a place on the shift, or how the offer ended. 'taken' and 'again' include the taker's sign-up. The
-- caller marks the taker's address as verified and notifies both.
--
-- Locks the shift before reading, as every function that changes its sign-ups does: the giver's sign-up ends and the taker's
-- begins in one transaction, so no one on the waitlist gets in between. The giver's guests keep their places, unless the taker
-- declined them (hand_over.with_guests): then the caller offers those places to the waitlist.
-- Called by libs/events/src/hand-overs/take-over.service.ts
CREATE OR REPLACE FUNCTION events.take_over_place(offer uuid, at timestamptz) RETURNS TABLE (outcome text, id uuid)
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  stands text;
  giver events.signup;
  place uuid;
  guests_along integer;
  names_along text[];
  group_along text;
BEGIN
  PERFORM FROM events.shift s
  WHERE s.id = (SELECT h.shift_id FROM events.hand_over h WHERE h.id = offer) FOR NO KEY UPDATE;

  stands := events.hand_over_status(offer, at);
  SELECT u.* INTO giver FROM events.signup u JOIN events.hand_over h ON h.signup_id = u.id WHERE h.id = offer;
  IF stands = 'taken' THEN
    RETURN QUERY SELECT 'again', u.id FROM events.signup u WHERE u.taken_over_from = giver.id
      ORDER BY u.created_at DESC LIMIT 1;
    RETURN;
  END IF;
  IF stands <> 'open' THEN
    RETURN QUERY SELECT stands, NULL::uuid;
    RETURN;
  END IF;

  -- A taker on the waitlist leaves it below. Any other active sign-up already has a place.
  SELECT u.id INTO place
  FROM events.hand_over h
    JOIN volunteers.volunteer v ON v.email = h.email
    JOIN events.signup u ON u.volunteer_id = coalesce(v.merged_into, v.id) AND u.shift_id = h.shift_id
  WHERE h.id = offer AND u.repeat_of IS NULL AND u.status NOT IN ('waitlisted', 'cancelled', 'expired');
  IF place IS NOT NULL THEN
    RETURN QUERY SELECT 'there', NULL::uuid;
    RETURN;
  END IF;

  UPDATE events.hand_over h SET outcome = 'taken', ended_at = at WHERE h.id = offer
  RETURNING CASE WHEN h.with_guests THEN giver.guests ELSE 0 END,
    CASE WHEN h.with_guests THEN giver.guest_names ELSE '{}' END,
    CASE WHEN h.with_guests THEN giver.group_name END
  INTO guests_along, names_along, group_along;
  PERFORM events.end_signups(
    ARRAY(SELECT u.id FROM events.signup u WHERE u.id = giver.id OR u.repeat_of = giver.id), 'cancelled', at
  );
  UPDATE events.signup u SET status = 'confirmed', line_number = NULL, taken_over_from = giver.id,
    guests = guests_along, guest_names = names_along, group_name = group_along,
    minor_guests = least(giver.minor_guests, guests_along)
  FROM events.hand_over h JOIN volunteers.volunteer v ON v.email = h.email
  WHERE h.id = offer AND u.volunteer_id = coalesce(v.merged_into, v.id) AND u.shift_id = h.shift_id
    AND u.repeat_of IS NULL AND u.status = 'waitlisted'
  RETURNING u.id INTO place;
  UPDATE events.shift s SET taken = s.taken + 1 + guests_along, waiting = s.waiting - (place IS NOT NULL)::integer
  WHERE s.id = giver.shift_id;
  IF place IS NULL THEN
    INSERT INTO events.signup (shift_id, volunteer_id, name, phone, locale, status, during, told_status, taken_over_from,
      guests, guest_names, group_name, minor_guests, created_at)
    -- Anyone may have typed an unverified address, so the name and language given with the offer take precedence.
    SELECT giver.shift_id, v.id, CASE WHEN v.proven_at IS NULL THEN h.name ELSE v.name END,
      CASE WHEN v.proven_at IS NOT NULL THEN v.phone END,
      CASE WHEN v.proven_at IS NULL THEN giver.locale ELSE v.locale END,
      'confirmed', giver.during, 'confirmed', giver.id, guests_along, names_along,
      group_along, least(giver.minor_guests, guests_along), at
    FROM events.hand_over h
      JOIN volunteers.volunteer typed ON typed.email = h.email
      JOIN volunteers.volunteer v ON v.id = coalesce(typed.merged_into, typed.id)
    WHERE h.id = offer
    RETURNING id INTO place;
  END IF;
  RETURN QUERY SELECT 'taken', place;
END $$;
