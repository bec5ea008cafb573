-- Returns the partner checks that are required for gifts and not valid on a day, in display order. Empty for the organization
-- itself. The latest check of each kind counts, until the end of its own validity and that of the duty.
-- Called by libs/campaigns/src/beneficiaries/beneficiary-reads.ts
CREATE OR REPLACE FUNCTION fundraising.duties_missing(beneficiary uuid, on_day date) RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(d.duty ORDER BY d.position), '{}')
  FROM fundraising.beneficiary b CROSS JOIN fundraising.beneficiary_duty d
    LEFT JOIN LATERAL (
      SELECT k.passed, k.valid_until, k.checked_at FROM fundraising.beneficiary_check k
      WHERE k.beneficiary_id = b.id AND k.duty = d.duty ORDER BY k.id DESC LIMIT 1
    ) k ON true
  WHERE b.id = beneficiary AND b.kind = 'partner' AND d.gates AND NOT (
    b.archived_at IS NULL AND coalesce(k.passed, false) AND on_day <= coalesce(k.valid_until, on_day)
    AND (d.valid_days IS NULL OR on_day <= (k.checked_at AT TIME ZONE 'UTC')::date + d.valid_days)
    AND (d.duty <> 'written_consent'
      OR b.consent_file_id IS NOT NULL AND on_day BETWEEN b.consent_signed_on AND coalesce(b.consent_ends_on, on_day))
  )
$$;
