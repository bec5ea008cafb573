-- Places a batch of sign-ups in arrival order. Input: JSON array of { ord, shift, email, name, phone, locale, key, hash,
-- proven, vouched, overlap, birth_year, old_enough, guests, guest_names, takes_fewer, unmailed, gathered }. Returns one row per
-- item:
--   new      a new sign-up
--   again    the idempotency key was used before; returns the original result
--   there    this person already has a sign-up on this shift; returns it
--   apart    needs checks that can't run in a batch; nothing is written, and the caller retries it alone
--   <CODE>   a refusal
-- No two items of one call may share a key, or a shift and an address.
--
-- Items with `gathered` are 'apart' if the address is not verified yet, a credential is missing or another shift overlaps.
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
-- Called by libs/events/src/signups/place-signups.ts
CREATE OR REPLACE FUNCTION events.place_signups(items jsonb, at timestamptz, hold_hours float8, offer_hours float8,
  mails_per_hour integer)
RETURNS TABLE (ord integer, outcome text, id uuid, status text, place_in_line integer)
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
  shifts uuid[] := ARRAY(SELECT DISTINCT (i ->> 'shift')::uuid FROM jsonb_array_elements(items) i);
  -- A variable instead of literals makes the planner pick the index of a volunteer's sign-ups even while the table is small.
  holding text[] := '{confirmed,checked_in,completed}';
BEGIN
  LOCK TABLE events.signup IN ROW EXCLUSIVE MODE;
  PERFORM FROM events.shift s WHERE s.id = ANY (shifts) ORDER BY s.id FOR NO KEY UPDATE;

  -- Expire overdue sign-ups first, so that no volunteer is confirmed on a place that is about to be given to another.
  IF EXISTS (
    SELECT FROM events.signup u
    WHERE u.shift_id = ANY (shifts) AND u.proven_at IS NULL AND u.expires_at <= at
      AND u.status IN ('confirmed', 'waitlisted', 'offered')
  ) OR EXISTS (
    SELECT FROM events.signup u
    WHERE u.shift_id = ANY (shifts) AND u.status = 'offered' AND u.offer_expires_at <= at
  ) THEN
    PERFORM events.expire_on_shifts(shifts, at, offer_hours);
  END IF;

  -- Insert in address order, so that concurrent calls cannot deadlock. Existing volunteers are not updated, because a typed
  -- address doesn't prove who typed it.
  INSERT INTO volunteers.volunteer (email, name, phone, locale)
    SELECT DISTINCT ON (i.email) i.email, i.name, i.phone, i.locale
    FROM jsonb_to_recordset(items) AS i (shift uuid, email citext, name text, phone text, locale text, gathered boolean)
      JOIN events.shift s ON s.id = i.shift
      JOIN events.event e ON e.id = s.event_id AND e.status = 'published'
    WHERE s.starts_at > at AND i.gathered IS NOT true
    ORDER BY i.email
    ON CONFLICT (email) DO NOTHING;

  RETURN QUERY
  WITH item AS MATERIALIZED (
    SELECT i.*, coalesce(v.merged_into, v.id) AS volunteer_id, s.id AS shift_id, e.chapter_id, s.starts_at, s.ends_at, s.waiting, s.next_in_line,
      -- New sign-ups get a place only if the waitlist is empty.
      CASE WHEN s.waiting = 0 THEN s.capacity - s.taken ELSE 0 END AS free,
      e.status = 'published' AND s.starts_at > at AS is_open, s.most_first_timers, CASE WHEN e.with_minors THEN 0 ELSE e.max_guests END AS max_guests,
      1 + coalesce(i.guests, 0) AS party,
      CASE WHEN s.minimum_age IS NOT NULL OR e.with_minors THEN events.age_refusal(s.minimum_age, e.with_minors,
        -- Stored ages count only for verified addresses: the answer must not reveal them to others who type the address.
        s.starts_at_local::date, coalesce(CASE WHEN i.proven THEN coalesce(kept.birth_year, v.birth_year) END, i.birth_year),
        coalesce(i.proven AND (kept.minor OR v.minor), false),
        least(CASE WHEN i.proven THEN least(kept.born_by, v.born_by) END, said.born_by)) END AS age_refusal,
      said.born_by,
      e.opens_at IS NULL
        OR events.opened_to(coalesce(v.merged_into, v.id), i.proven, e.chapter_id, e.opens_at, e.opens_to_members_at, at)
        AS is_open_to_them,
      s.most_first_timers IS NOT NULL AND NOT i.vouched
        AND NOT (i.proven AND events.has_helped(coalesce(v.merged_into, v.id))) AS is_first_time,
      i.gathered AND (
        CASE WHEN v.merged_into IS NULL THEN v.proven_at ELSE kept.proven_at END IS NULL
        OR ((s.strict_credential_ids || s.day_credential_ids) <> '{}'
          AND events.lacks_credentials(coalesce(v.merged_into, v.id), s.id, at))
        OR EXISTS (
          SELECT FROM events.signup o
          WHERE o.volunteer_id = coalesce(v.merged_into, v.id) AND o.shift_id <> s.id
            AND o.during && tstzrange(s.starts_at, s.ends_at, '[)') AND o.overlap_reason IS NULL
            AND o.status = ANY (holding) AND o.proven_at IS NOT NULL
        )
      ) AS is_apart
    FROM jsonb_to_recordset(items) AS i (ord integer, shift uuid, email citext, name text, phone text, locale text,
        key text, hash text, proven boolean, vouched boolean, overlap text, birth_year integer, old_enough boolean,
        guests integer, guest_names text[], takes_fewer boolean, unmailed boolean, gathered boolean)
      LEFT JOIN events.shift s ON s.id = i.shift
      LEFT JOIN events.event e ON e.id = s.event_id
      LEFT JOIN volunteers.volunteer v ON v.email = i.email
      LEFT JOIN volunteers.volunteer kept ON kept.id = v.merged_into
      LEFT JOIN LATERAL (
        SELECT CASE WHEN i.old_enough THEN (s.starts_at_local::date - make_interval(years =>
          greatest(s.minimum_age, CASE WHEN e.with_minors THEN 18 END)))::date END AS born_by
      ) said ON true
  ), judged AS MATERIALIZED (
    SELECT item.*,
      CASE
        WHEN known.id IS NOT NULL AND known.input_hash = decode(item.hash, 'hex') THEN 'again'
        WHEN known.id IS NOT NULL THEN 'IDEMPOTENCY_KEY_REUSED'
        WHEN item.shift_id IS NULL THEN 'NOT_FOUND'
        WHEN NOT item.is_open THEN 'SIGN_UP_CLOSED'
        WHEN item.party - 1 > item.max_guests THEN 'TOO_MANY_GUESTS'
        WHEN there.id IS NOT NULL AND (there.proven_at IS NULL OR item.proven OR item.vouched) THEN 'there'
        -- An organizer who signs someone up is responsible for the requirements.
        WHEN item.vouched THEN 'new'
        WHEN item.is_apart THEN 'apart'
        WHEN NOT item.is_open_to_them THEN 'NOT_OPEN_YET'
        WHEN item.age_refusal IS NOT NULL THEN item.age_refusal
        ELSE 'new'
      END AS outcome,
      coalesce(known.id, there.id) AS there_id,
      CASE WHEN known.id IS NULL THEN coalesce(there.told_status, there.status)
        ELSE coalesce(known.told_status, known.status) END AS there_status,
      CASE WHEN known.id IS NULL THEN there.told_position ELSE known.told_position END AS there_position,
      gen_random_uuid() AS new_id
    FROM item
      LEFT JOIN events.signup known ON known.idempotency_key = item.key
      LEFT JOIN LATERAL (
        SELECT s.* FROM events.signup s
        WHERE s.shift_id = item.shift_id AND s.volunteer_id = item.volunteer_id
          AND s.status NOT IN ('cancelled', 'expired')
        -- Verified callers see their own sign-up. Others see only sign-ups that were entered under this address without verification.
        ORDER BY (s.proven_at IS NOT NULL) = (item.proven OR item.vouched) DESC LIMIT 1
      ) there ON true
  ), screened AS MATERIALIZED (
    -- Refuse first-timers beyond the shift's limit. They are not waitlisted either, because they could never get that place.
    SELECT j.*, CASE
        WHEN j.outcome = 'new' AND j.is_first_time AND events.first_timers_on(j.shift_id)
          + row_number() OVER (PARTITION BY j.shift_id, j.outcome, j.is_first_time ORDER BY j.ord) > j.most_first_timers
          THEN 'FIRST_TIMERS_FULL'
        ELSE j.outcome
      END AS verdict
    FROM judged j
  ), ranked AS (
    SELECT j.*,
      sum(j.party) OVER (PARTITION BY j.shift_id ORDER BY j.ord) AS upto,
      -- Limits emails per address and hour, so that typing a stranger's address repeatedly can't flood their inbox.
      j.proven OR j.vouched OR row_number() OVER (PARTITION BY j.volunteer_id ORDER BY j.ord) + (
        SELECT count(*) FROM events.signup r
        WHERE r.volunteer_id = j.volunteer_id AND r.created_at > at - interval '1 hour'
      ) <= mails_per_hour AS may_mail
    FROM screened j WHERE j.verdict = 'new'
  ), placed AS MATERIALIZED (
    SELECT f.*, f.places > 0 AS gets_place,
      count(*) FILTER (WHERE f.places = 0) OVER (PARTITION BY f.shift_id ORDER BY f.ord) AS behind
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
    SET taken = s.taken + c.takes, waiting = s.waiting + c.waits, next_in_line = s.next_in_line + c.waits
    FROM (
      SELECT p.shift_id, sum(p.places) AS takes,
            count(*) FILTER (WHERE NOT p.gets_place) AS waits
      FROM placed p GROUP BY p.shift_id
    ) c
    WHERE s.id = c.shift_id
  ), written AS (
    INSERT INTO events.signup (id, shift_id, volunteer_id, name, phone, locale, status, during, line_number,
      proven_at, expires_at, overlap_reason, repeat_of, idempotency_key, input_hash, told_status, told_position,
      birth_year, born_by, guests, guest_names, takes_fewer, created_at)
    SELECT p.new_id, p.shift_id, p.volunteer_id, p.name, p.phone, p.locale,
      CASE WHEN p.gets_place THEN 'confirmed' ELSE 'waitlisted' END,
      tstzrange(p.starts_at, p.ends_at, '[)'),
      CASE WHEN NOT p.gets_place THEN p.next_in_line + p.behind - 1 END,
      CASE WHEN p.proven THEN at END,
      CASE WHEN NOT p.proven AND NOT p.vouched THEN least(at + hold_hours * interval '1 hour', p.starts_at) END,
      p.overlap, p.there_id, p.key, decode(p.hash, 'hex'),
      CASE WHEN p.gets_place THEN 'confirmed' ELSE 'waitlisted' END,
      CASE WHEN NOT p.gets_place THEN p.waiting + p.behind END,
      p.birth_year, p.born_by,
      CASE WHEN p.gets_place THEN p.places ELSE p.party END - 1,
      coalesce(p.guest_names[1:CASE WHEN p.gets_place THEN p.places ELSE p.party END - 1], '{}'), coalesce(p.takes_fewer, false),
      -- One microsecond apart, so that rosters keep the arrival order.
      at + p.ord * interval '1 microsecond'
    FROM placed p
  ), mailed AS (
    INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
    SELECT m.template || '/' || p.new_id, m.template, p.new_id, p.email, p.locale, at
    FROM placed p CROSS JOIN LATERAL (
      SELECT CASE WHEN p.there_id IS NOT NULL THEN 'signup-repeat' WHEN p.gets_place THEN 'signup-confirm'
        ELSE 'signup-waitlisted' END AS template
    ) m
    WHERE p.may_mail AND p.unmailed IS NOT true
    ON CONFLICT (key) DO NOTHING
  ), helped AS MATERIALIZED (
    SELECT volunteers.helped(array_agg(p.volunteer_id), array_agg(p.chapter_id), array_agg(p.birth_year),
      array_agg(p.born_by), at)
    FROM placed p WHERE p.gathered
  )
  SELECT j.ord, j.verdict,
    CASE WHEN j.verdict = 'new' THEN j.new_id WHEN j.verdict IN ('again', 'there') THEN j.there_id END,
    CASE WHEN j.verdict IN ('again', 'there') THEN j.there_status WHEN p.gets_place THEN 'confirmed'
      WHEN j.verdict = 'new' THEN 'waitlisted' END,
    CASE WHEN j.verdict IN ('again', 'there') THEN j.there_position
      WHEN NOT p.gets_place THEN (p.waiting + p.behind)::integer END
  FROM screened j LEFT JOIN placed p ON p.ord = j.ord CROSS JOIN helped
  ORDER BY j.ord;
END $$;
