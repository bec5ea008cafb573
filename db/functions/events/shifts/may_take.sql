-- Returns the reason why a person may not take a place on a shift, or null. Callers check places, guests and
-- credentials. A stored age and past shifts count only for a verified address: the answer must not reveal them to
-- others who type the address. PostgreSQL inlines this function, so a batch pays no call per sign-up: keep it one
-- expression without subqueries.
-- Called by db/functions/events/shifts/judge_signups.sql
-- Called by libs/events/src/batch/place-signups.ts
-- Called by libs/events/src/hand-overs/hand-over-reads.ts
CREATE OR REPLACE FUNCTION events.may_take(shift events.shift, event events.event, person volunteers.volunteer,
  verified boolean, stated_birth_year integer, stated_old_enough boolean, at timestamptz)
RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    CASE
      WHEN event.status <> 'published' OR shift.starts_at <= at THEN 'SIGN_UP_CLOSED'
      WHEN event.opens_at > at
        AND NOT events.opened_to(person.id, verified, event.chapter_id, event.opens_at, event.opens_to_members_at, at)
        THEN 'NOT_OPEN_YET'
    END,
    CASE WHEN shift.minimum_age IS NOT NULL OR event.with_minors THEN events.age_refusal(
      shift.minimum_age, event.with_minors, shift.starts_at_local::date,
      coalesce(CASE WHEN verified THEN person.birth_year END, stated_birth_year),
      coalesce(verified AND person.minor, false),
      least(CASE WHEN verified THEN person.born_by END, events.stated_born_by(shift, event, stated_old_enough))
    ) END,
    CASE
      WHEN shift.most_first_timers IS NOT NULL AND NOT (verified AND events.has_helped(person.id))
        AND events.other_first_timers(shift.id, CASE WHEN verified THEN person.id END) >= shift.most_first_timers
        THEN 'FIRST_TIMERS_FULL'
    END
  )
$$;
