-- Decides what happens to each sign-up of a batch, without writing anything. Returns one row per item, with the
-- outcomes of events.take_places. The caller must hold the locks of the shifts, and its settings pin the plan.
-- Called by db/functions/events/shifts/take_places.sql
CREATE OR REPLACE FUNCTION events.judge_signups(items jsonb, at timestamptz)
RETURNS TABLE (ord integer, outcome text, existing_id uuid, existing_status text, existing_position integer,
  volunteer_id uuid, email citext, name text, phone text, locale text, key text, hash text, verified boolean,
  vouched boolean, batched boolean, unmailed boolean, overlap text, birth_year integer, born_by date, party integer,
  group_name text, minors integer, guest_names text[], takes_fewer boolean, takes_reserved boolean, shift_id uuid, chapter_id uuid, during tstzrange, free integer,
  waiting integer, waitlist_order bigint)
LANGUAGE plpgsql STABLE ROWS 100 AS $$
#variable_conflict use_column
DECLARE
  -- A variable instead of literals makes the planner pick the index of a volunteer's sign-ups even while the table is small.
  holding text[] := '{confirmed,checked_in,completed}';
BEGIN
  RETURN QUERY
  WITH item AS MATERIALIZED (
    SELECT i.*, person.id AS volunteer_id, s.id AS shift_id, e.chapter_id, tstzrange(s.starts_at, s.ends_at, '[)') AS during,
      s.waiting, s.next_in_line AS waitlist_order, 1 + coalesce(i.guests, 0) AS party, s.most_first_timers,
      -- New sign-ups get a place only if the waitlist is empty, or a spot is reserved for them.
      CASE WHEN i.asked AND s.reserved > 0 AND s.reserved_until > at THEN 1 + greatest(s.capacity - s.taken, 0)
        WHEN s.waiting = 0 THEN s.capacity - s.taken
        ELSE 0
      END AS free,
      coalesce(i.asked AND s.reserved > 0 AND s.reserved_until > at, false) AS takes_reserved,
      coalesce(i.guests, 0) > CASE
        WHEN i.group_name IS NOT NULL THEN CASE WHEN i.vouched THEN 40 ELSE e.max_group_size END - 1
        WHEN e.with_minors THEN 0
        ELSE e.max_guests
      END AS has_too_many_guests,
      events.stated_born_by(s, e, i.old_enough) AS born_by,
      events.may_take(s, e, person, i.verified, i.birth_year, i.old_enough, at) AS refusal,
      s.most_first_timers IS NOT NULL AND NOT i.vouched AND NOT (i.verified AND events.has_helped(person.id))
        AS is_first_timer,
      i.batched AND (
        person.proven_at IS NULL
        OR ((s.strict_credential_ids || s.day_credential_ids) <> '{}' AND events.lacks_credentials(person.id, s.id, at))
        OR EXISTS (
          SELECT FROM events.signup o
          WHERE o.volunteer_id = person.id AND o.shift_id <> s.id AND o.during && tstzrange(s.starts_at, s.ends_at, '[)')
            AND o.overlap_reason IS NULL AND o.status = ANY (holding) AND o.proven_at IS NOT NULL
        )
      ) AS needs_checks
    FROM jsonb_to_recordset(items) AS i (ord integer, shift uuid, email citext, name text, phone text, locale text,
        key text, hash text, verified boolean, vouched boolean, batched boolean, unmailed boolean, overlap text,
        birth_year integer, old_enough boolean, guests integer, guest_names text[], takes_fewer boolean,
        group_name text, minors integer, asked boolean)
      LEFT JOIN events.shift s ON s.id = i.shift
      LEFT JOIN events.event e ON e.id = s.event_id
      LEFT JOIN volunteers.volunteer typed ON typed.email = i.email
      LEFT JOIN volunteers.volunteer person ON person.id = coalesce(typed.merged_into, typed.id)
  ), judged AS (
    SELECT item.*,
      CASE
        WHEN known.id IS NOT NULL AND known.input_hash = decode(item.hash, 'hex') THEN 'replayed'
        WHEN known.id IS NOT NULL THEN 'IDEMPOTENCY_KEY_REUSED'
        WHEN item.shift_id IS NULL THEN 'NOT_FOUND'
        WHEN item.refusal = 'SIGN_UP_CLOSED' THEN item.refusal
        WHEN item.has_too_many_guests THEN 'TOO_MANY_GUESTS'
        WHEN own.id IS NOT NULL AND (own.proven_at IS NULL OR item.verified OR item.vouched) THEN 'existing'
        -- An organizer who signs someone up is responsible for the requirements.
        WHEN item.vouched THEN 'created'
        WHEN item.needs_checks THEN 'individual'
        ELSE coalesce(item.refusal, 'created')
      END AS outcome,
      coalesce(known.id, own.id) AS existing_id,
      CASE WHEN known.id IS NULL THEN coalesce(own.told_status, own.status)
        ELSE coalesce(known.told_status, known.status) END AS existing_status,
      CASE WHEN known.id IS NULL THEN own.told_position ELSE known.told_position END AS existing_position
    FROM item
      LEFT JOIN events.signup known ON known.idempotency_key = item.key
      LEFT JOIN LATERAL (
        SELECT s.* FROM events.signup s
        WHERE s.shift_id = item.shift_id AND s.volunteer_id = item.volunteer_id
          AND s.status NOT IN ('cancelled', 'expired')
        -- Verified callers see their own sign-up. Others see only sign-ups that were entered under this address without verification.
        ORDER BY (s.proven_at IS NOT NULL) = (item.verified OR item.vouched) DESC LIMIT 1
      ) own ON true
  ), counted AS (
    SELECT j.*, count(*) FILTER (WHERE j.outcome = 'created' AND j.is_first_timer)
      OVER (PARTITION BY j.shift_id ORDER BY j.ord) - 1 AS first_timers_before
    FROM judged j
  )
  SELECT c.ord, CASE
      -- Those refused aren't waitlisted either, because they could never get that place.
      WHEN c.outcome = 'created' AND c.is_first_timer AND c.first_timers_before > 0
        AND events.first_timers_on(c.shift_id) + c.first_timers_before >= c.most_first_timers THEN 'FIRST_TIMERS_FULL'
      ELSE c.outcome
    END,
    c.existing_id, c.existing_status, c.existing_position, c.volunteer_id, c.email, c.name, c.phone, c.locale, c.key, c.hash,
    c.verified, c.vouched, c.batched, c.unmailed, c.overlap, c.birth_year, c.born_by, c.party, c.group_name,
    c.minors, c.guest_names, c.takes_fewer, c.takes_reserved,
    c.shift_id, c.chapter_id, c.during, c.free, c.waiting, c.waitlist_order
  FROM counted c;
END $$;
