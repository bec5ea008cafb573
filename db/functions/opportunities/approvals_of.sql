-- Approvals by members of the business don't count, even if they joined it later.
-- Called by libs/opportunities/src/businesses/vetting/approvals.ts
CREATE OR REPLACE FUNCTION opportunities.approvals_of(business uuid, in_round integer)
RETURNS SETOF opportunities.approval
LANGUAGE sql STABLE AS $$
  SELECT a.* FROM opportunities.approval a
  WHERE a.business_id = business AND a.round = in_round AND NOT EXISTS (
    SELECT FROM opportunities.member m WHERE m.business_id = a.business_id AND m.account_id = a.account_id
  )
$$;
