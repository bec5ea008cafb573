-- Whether a business is approved at an instant: through the last day, by the calendar of UTC. Whatever shows
-- something of a business asks this, so that nothing depends on the job that writes the lapse down.
-- Called by libs/opportunities/src/opportunities/opportunity-access.ts
CREATE OR REPLACE FUNCTION opportunities.is_approved(business opportunities.business, at timestamptz) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT business.status = 'approved' AND business.approved_until >= (at AT TIME ZONE 'UTC')::date
$$;
