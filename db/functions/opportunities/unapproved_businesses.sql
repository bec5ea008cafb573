-- The businesses that are not approved at an instant: few beside those that are. A count of what is on the site leaves out
-- what is theirs, which costs a tenth of looking up each opportunity's business. The opposite of opportunities.is_approved.
-- Called by libs/opportunities/src/opportunities/opportunity-reads.ts
CREATE OR REPLACE FUNCTION opportunities.unapproved_businesses(at timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE AS $$
  SELECT b.id FROM opportunities.business b WHERE b.status <> 'approved'
  UNION ALL
  SELECT b.id FROM opportunities.business b
  WHERE b.status = 'approved' AND b.approved_until < (at AT TIME ZONE 'UTC')::date
$$;
