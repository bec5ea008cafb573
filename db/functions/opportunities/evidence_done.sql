-- The latest entry of each kind counts.
-- Called by libs/opportunities/src/businesses/vetting/approvals.ts
CREATE OR REPLACE FUNCTION opportunities.evidence_done(business uuid, since integer) RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(latest.kind), '{}')
  FROM (
    SELECT DISTINCT ON (e.kind) e.kind, e.passed FROM opportunities.evidence e
    WHERE e.business_id = business AND e.round >= since ORDER BY e.kind, e.id DESC
  ) latest
  WHERE latest.passed
$$;
