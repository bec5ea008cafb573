-- What anybody may see now: published, not run out, of a business that is approved now. Everything that shows a
-- opportunity reads this, so that a lapse or a suspension hides it in the same moment.
-- Called by libs/opportunities/src/opportunities/visible-opportunities.ts
CREATE OR REPLACE FUNCTION opportunities.visible_opportunities(at timestamptz) RETURNS SETOF opportunities.opportunity
LANGUAGE sql STABLE AS $$
  SELECT o.* FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id
  WHERE o.status IN ('published', 'expiring') AND o.expires_at > at
    AND opportunities.is_approved(b, at)
$$;
