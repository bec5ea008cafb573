-- What anybody may see now: published, not run out, of a business that is approved now. Everything that shows a
-- listing reads this, so that a lapse or a suspension hides it in the same moment.
-- Called by libs/opportunities/src/listings/visible-opportunities.ts
CREATE OR REPLACE FUNCTION opportunities.visible_listings(at timestamptz) RETURNS SETOF opportunities.listing
LANGUAGE sql STABLE AS $$
  SELECT l.* FROM opportunities.listing l JOIN opportunities.business b ON b.id = l.business_id
  WHERE l.status IN ('published', 'expiring') AND l.expires_at > at
    AND opportunities.is_approved(b, at)
$$;
