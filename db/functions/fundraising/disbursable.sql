-- Returns the amount a campaign can disburse to its beneficiary now: the ledger's net amount less disbursements, unpaid sponsor
-- pledges and charges with an unknown fee.
-- Called by libs/accounting/src/disbursements/disbursement-store.ts
CREATE OR REPLACE FUNCTION fundraising.disbursable(campaign uuid, in_currency text) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT (coalesce((
    SELECT sum(-l.balance_minor) FROM ledger.account a JOIN ledger.balance l ON l.account_id = a.id
    WHERE a.owner_id = campaign AND a.currency = in_currency AND a.kind IN ('fund', 'fee-cover', 'matched-received',
      'processing-fees', 'dispute-fees', 'refunded', 'refunded-cover', 'dispute-reserve', 'disputes-lost',
      'disbursed')
  ), 0) - coalesce((
    SELECT sum(g.charged_minor - g.refunded_minor - g.lost_minor) FROM fundraising.gift g
    WHERE g.campaign_id = campaign AND g.fee_minor IS NULL AND g.paid_at IS NOT NULL AND g.method = 'stripe'
  ), 0))::bigint
$$;
