-- Returns true if a business is approved at this time, through the last day in UTC. Everything that shows data of a business
-- checks this, so that nothing depends on the job that records expired approvals.
-- Called by libs/opportunities/src/opportunities/opportunity-access.ts
CREATE OR REPLACE FUNCTION opportunities.is_approved(business opportunities.business, at timestamptz) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT business.status = 'approved' AND business.approved_until >= (at AT TIME ZONE 'UTC')::date
$$;
