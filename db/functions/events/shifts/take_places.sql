-- Takes places for a batch of sign-ups in arrival order. Input: JSON array of { ord, shift, email, name, phone, locale, key, hash,
-- verified, vouched, batched, unmailed, overlap, birth_year, old_enough, guests, guest_names, takes_fewer, group_name, minors, asked
-- }. An `asked` item takes a spot that is reserved for people who were asked; it must be the only item. Returns one row per item:
--   created     a new sign-up
--   replayed    the idempotency key was used before; returns the original result
--   existing    this person already has a sign-up on this shift; returns it
--   individual  a `batched` item that needs checks which a batch can't run: the address is not verified yet, a credential is
--               missing or another shift overlaps. Nothing is written, and the caller retries it alone.
--   <CODE>      a refusal
-- No two items of one call may share a key, or a shift and an address.
--
-- Parties (a volunteer and their guests) are placed whole or waitlisted whole, and no one behind a waiting party overtakes it.
-- With takes_fewer, a party takes the free places and drops its other guests.
--
-- Locking: locks the shifts in ID order first and reads everything afterward, so concurrent calls cannot invalidate a decision.
-- Code that changes a sign-up's status or verification takes the same lock. The table lock waits for merges and erasures of
-- volunteers that are in progress, so the address is read in its final state.
--
-- Plan: pinned to a generic index plan. A plan cached while tables were empty scans them for the life of the connection, and
-- planning each call costs as much as the work itself.
-- Called by libs/events/src/batch/place-signups.ts
CREATE OR REPLACE FUNCTION events.take_places(items jsonb, at timestamptz, unconfirmed_hours float8, offer_hours float8,
  mails_per_hour integer)
RETURNS TABLE (ord integer, outcome text, id uuid, status text, waitlist_position integer)
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
  shifts uuid[] := ARRAY(SELECT DISTINCT (i ->> 'shift')::uuid FROM jsonb_array_elements(items) i);
BEGIN
  LOCK TABLE events.signup IN ROW EXCLUSIVE MODE;
  PERFORM FROM events.shift s WHERE s.id = ANY (shifts) ORDER BY s.id FOR NO KEY UPDATE;
  -- Before anything else, so that no volunteer is confirmed on a place that is about to be given to another.
  PERFORM events.expire_overdue(shifts, at, offer_hours);
  PERFORM volunteers.add_volunteers(array_agg(i.email), array_agg(i.name), array_agg(i.phone), array_agg(i.locale))
    FROM jsonb_to_recordset(items) AS i (shift uuid, email citext, name text, phone text, locale text, batched boolean)
      JOIN events.shift s ON s.id = i.shift AND s.starts_at > at
      JOIN events.event e ON e.id = s.event_id AND e.status = 'published'
    WHERE i.batched IS NOT true;

  RETURN QUERY
  WITH judged AS MATERIALIZED (
    SELECT j.*, gen_random_uuid() AS new_id FROM events.judge_signups(items, at) j
  ), ranked AS (
    SELECT j.*, sum(j.party) OVER (PARTITION BY j.shift_id ORDER BY j.ord) AS upto,
      -- Limits emails per address and hour, so that typing a stranger's address repeatedly can't flood their inbox.
      j.verified OR j.vouched OR row_number() OVER (PARTITION BY j.volunteer_id ORDER BY j.ord) + (
        SELECT count(*) FROM events.signup r
        WHERE r.volunteer_id = j.volunteer_id AND r.created_at > at - interval '1 hour'
      ) <= mails_per_hour AS may_mail
    FROM judged j WHERE j.outcome = 'created'
  ), placed AS MATERIALIZED (
    SELECT f.*, CASE WHEN f.places > 0 THEN 'confirmed' ELSE 'waitlisted' END AS status,
      CASE WHEN f.places > 0 THEN f.places ELSE f.party END - 1 AS guests,
      CASE WHEN f.places = 0 THEN count(*) FILTER (WHERE f.places = 0) OVER (PARTITION BY f.shift_id ORDER BY f.ord) END AS behind
    FROM (
      SELECT r.*, CASE
          WHEN r.upto <= r.free THEN r.party
          WHEN r.takes_fewer THEN greatest(r.free - (r.upto - r.party), 0)
          ELSE 0
        END::integer AS places
      FROM ranked r
    ) f
  ), counted AS (
    UPDATE events.shift s
    SET taken = s.taken + c.takes - c.reserved, reserved = s.reserved - c.reserved, waiting = s.waiting + c.waits, next_in_line = s.next_in_line + c.waits
    FROM (SELECT p.shift_id, sum(p.places) AS takes, count(p.behind) AS waits,
        count(*) FILTER (WHERE p.takes_reserved AND p.places > 0) AS reserved
      FROM placed p GROUP BY p.shift_id) c
    WHERE s.id = c.shift_id
  ), written AS (
    INSERT INTO events.signup (id, shift_id, volunteer_id, name, phone, locale, status, during, line_number,
      proven_at, expires_at, overlap_reason, repeat_of, idempotency_key, input_hash, told_status, told_position,
      birth_year, born_by, guests, guest_names, takes_fewer, group_name, minor_guests, created_at)
    SELECT p.new_id, p.shift_id, p.volunteer_id, p.name, p.phone, p.locale, p.status, p.during, p.waitlist_order + p.behind - 1,
      CASE WHEN p.verified THEN at END,
      CASE WHEN NOT p.verified AND NOT p.vouched THEN least(at + unconfirmed_hours * interval '1 hour', lower(p.during)) END,
      p.overlap, p.existing_id, p.key, decode(p.hash, 'hex'), p.status, p.waiting + p.behind, p.birth_year, p.born_by,
      p.guests, coalesce(p.guest_names[1:p.guests], '{}'), coalesce(p.takes_fewer, false),
      p.group_name, coalesce(p.minors, 0),
      -- One microsecond apart, so that rosters keep the arrival order.
      at + p.ord * interval '1 microsecond'
    FROM placed p
  ), mailed AS (
    INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
    SELECT m.template || '/' || p.new_id, m.template, p.new_id, p.email, p.locale, at
    FROM placed p CROSS JOIN LATERAL (
      SELECT CASE WHEN p.existing_id IS NOT NULL THEN 'signup-repeat' WHEN p.behind IS NULL THEN 'signup-confirm'
        ELSE 'signup-waitlisted' END AS template
    ) m
    WHERE p.may_mail AND p.unmailed IS NOT true
    ON CONFLICT (key) DO NOTHING
  ), helped AS MATERIALIZED (
    SELECT volunteers.helped(array_agg(p.volunteer_id), array_agg(p.chapter_id), array_agg(p.birth_year),
      array_agg(p.born_by), at)
    FROM placed p WHERE p.batched
  )
  SELECT j.ord, j.outcome,
    CASE j.outcome WHEN 'created' THEN j.new_id WHEN 'replayed' THEN j.existing_id WHEN 'existing' THEN j.existing_id END,
    CASE WHEN j.outcome IN ('replayed', 'existing') THEN j.existing_status ELSE p.status END,
    CASE WHEN j.outcome IN ('replayed', 'existing') THEN j.existing_position ELSE (p.waiting + p.behind)::integer END
  FROM judged j LEFT JOIN placed p ON p.ord = j.ord CROSS JOIN helped
  ORDER BY j.ord;
END $$;
