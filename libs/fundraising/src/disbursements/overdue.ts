/**
 * The campaigns whose money waits too long for its beneficiary: `campaign_id`, `disbursable` and `due_since`. Too long
 * is so many days after the end, or, while the campaign goes on, so many days after the last payment (or the first gift).
 * A general fund is handed to nobody: the organisation works with it.
 * The parameters are placeholders: now, days after the end, days at most.
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
