-- Returns true if an account may count as one of two people: it is vouched for, or old enough. The number of days is a setting
-- that TwoPeople passes in each transaction; the default applies otherwise.
-- Called by libs/identity/src/two-people/two-people.ts
CREATE OR REPLACE FUNCTION identity.counts_as_person(who uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM identity.account a WHERE a.id = who AND a.disabled_at IS NULL
      AND (a.vouched_at IS NOT NULL OR a.created_at <= at
        - make_interval(days => coalesce(nullif(current_setting('upstander.account_age_days', true), ''), '7')::int))
  )
$$;
