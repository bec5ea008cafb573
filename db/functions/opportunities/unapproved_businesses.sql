-- The opposite of opportunities.is_approved. Counting published opportunities without those of these few businesses
-- costs a tenth of looking up the business of each opportunity.
-- Called by libs/opportunities/src/opportunities/opportunity-reads.ts
CREATE OR REPLACE FUNCTION opportunities.unapproved_businesses(at timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE AS $$
  SELECT b.id FROM opportunities.business b WHERE b.status <> 'approved'
  UNION ALL
  SELECT b.id FROM opportunities.business b
  WHERE b.status = 'approved' AND b.approved_until < (at AT TIME ZONE 'UTC')::date
$$;
