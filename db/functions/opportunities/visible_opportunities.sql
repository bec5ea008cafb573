-- Returns the public opportunities: published, not expired, of a business that is currently approved. Everything public reads
-- from here, so that an expired approval or a suspension hides them immediately.
-- Called by libs/opportunities/src/opportunities/visible-opportunities.ts
CREATE OR REPLACE FUNCTION opportunities.visible_opportunities(at timestamptz) RETURNS SETOF opportunities.opportunity
LANGUAGE sql STABLE AS $$
  SELECT o.* FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id
  WHERE o.status IN ('published', 'expiring') AND o.expires_at > at
    AND opportunities.is_approved(b, at)
$$;
