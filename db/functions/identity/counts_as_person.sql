-- Whether an account may be one of two people at all: vouched for, or not new. The days are settings of the program,
-- said in each transaction that asks (TwoPeople); where nobody says them, these stand.
-- Called by libs/identity/src/two-people/two-people.ts
CREATE OR REPLACE FUNCTION identity.counts_as_person(who uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM identity.account a WHERE a.id = who AND a.disabled_at IS NULL
      AND (a.vouched_at IS NOT NULL OR a.created_at <= at
        - make_interval(days => coalesce(nullif(current_setting('upstander.account_age_days', true), ''), '7')::int))
  )
$$;
