/**
 * Selects campaigns with overdue disbursements: `campaign_id`, `disbursable` and `due_since`. The
 * deadline is a number of days after the end or, for a running campaign, after the last disbursement or first gift.
 * General funds are excluded, because the organization uses them itself. The parameters are placeholders: now, days
 * after the end, maximum days.
 */
export const overdueSql = (now: string, afterEnd: string, atMost: string): string => `
  SELECT due.id AS campaign_id, held.disbursable, due.since AS due_since
  FROM (
    SELECT c.id, c.currency, CASE
        WHEN c.status = 'ended' THEN c.ended_at + make_interval(days => ${afterEnd}::integer)
        ELSE greatest(c.first_gift_at, last.at) + make_interval(days => ${atMost}::integer)
      END AS since
    FROM fundraising.campaign c LEFT JOIN LATERAL (
      SELECT max(d.decided_at) AS at FROM fundraising.disbursement d WHERE d.campaign_id = c.id AND d.status = 'approved'
    ) last ON true
    WHERE c.first_gift_at IS NOT NULL AND NOT c.is_general AND c.status IN ('live', 'paused', 'ended')
  ) due CROSS JOIN LATERAL (SELECT fundraising.disbursable(due.id, due.currency) AS disbursable) held
  WHERE due.since <= ${now} AND held.disbursable > 0`;
