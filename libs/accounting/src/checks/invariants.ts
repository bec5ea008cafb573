/**
 * An invariant of the ledger. Each row of its query is a violation: (kind, about, gift_id, expected,
 * found, currency). `$now` is replaced by the time of the check.
 */
export interface Invariant {
  holds: string;
  sql: string;
}

/** An invariant that is checked for some rows at a time. `of` is an SQL condition on its table. */
export interface InvariantOf {
  holds: string;
  sql(of: string): string;
}

const bookedTotals = (gift: string) => `
  SELECT
    (-coalesce(sum(p.amount_minor) FILTER (WHERE a.kind IN ('fund', 'fee-cover')), 0))::bigint AS charged,
    coalesce(sum(p.amount_minor) FILTER (WHERE a.kind IN ('refunded', 'refunded-cover')), 0)::bigint AS refunded,
    coalesce(sum(p.amount_minor) FILTER (WHERE a.kind = 'processing-fees'), 0)::bigint AS fee,
    coalesce(sum(p.amount_minor) FILTER (WHERE a.kind = 'disputes-lost'), 0)::bigint AS lost
  FROM ledger.transaction t
    JOIN ledger.posting p ON p.transaction_id = t.id
    JOIN ledger.account a ON a.id = p.account_id
  WHERE t.subject_id = ${gift}`;

const balanced: InvariantOf = {
  holds: 'every transaction sums to zero in each currency',
  sql: (of) => `
    SELECT 'transaction-unbalanced' AS kind, 'transaction:' || t.id AS about, NULL::uuid AS gift_id,
      0::bigint AS expected, sum(p.amount_minor)::bigint AS found, a.currency
    FROM ledger.transaction t JOIN ledger.posting p ON p.transaction_id = t.id JOIN ledger.account a ON a.id = p.account_id
    WHERE ${of}
    GROUP BY t.id, a.currency HAVING sum(p.amount_minor) <> 0`,
};

const complete: InvariantOf = {
  holds: 'every transaction has its postings',
  sql: (of) => `
    SELECT 'transaction-empty', t.external_ref, NULL::uuid, NULL::bigint, NULL::bigint, NULL
    FROM ledger.transaction t WHERE ${of} AND NOT EXISTS (SELECT FROM ledger.posting p WHERE p.transaction_id = t.id)`,
};

const giftExists: InvariantOf = {
  holds: 'what is booked for a gift is about one that is there',
  sql: (of) => `
    SELECT 'booked-without-gift', 'subject:' || s.subject_id, NULL::uuid, 0::bigint, b.charged, NULL
    FROM (
      SELECT DISTINCT t.subject_id FROM ledger.transaction t
      WHERE ${of} AND t.subject_id IS NOT NULL AND NOT EXISTS (SELECT FROM fundraising.gift g WHERE g.id = t.subject_id)
    ) s CROSS JOIN LATERAL (${bookedTotals('s.subject_id')}) b
    WHERE b.charged <> 0`,
};

const chargesListed: InvariantOf = {
  holds: 'every charge in the ledger was listed by Stripe within two days',
  sql: (of) => `
    SELECT 'charge-not-listed', t.external_ref, t.subject_id, NULL::bigint, NULL::bigint, NULL
    FROM ledger.transaction t
    WHERE ${of} AND t.kind = 'charge' AND t.posted_at < $now::timestamptz - interval '2 days'
      AND NOT EXISTS (
        SELECT FROM fundraising.balance_transaction b
        WHERE b.gift_id = t.subject_id AND b.type IN ('charge', 'payment') AND b.source_id = substr(t.external_ref, 8)
      )
      AND NOT EXISTS (
        SELECT FROM fundraising.balance_transaction b
        WHERE b.gift_id IS NULL AND b.type IN ('charge', 'payment') AND b.source_id = substr(t.external_ref, 8)
      )`,
};

const hasTransactionAndAccount: InvariantOf = {
  holds: 'every posting has its transaction and its account',
  sql: (of) => `
    SELECT 'posting-orphan', 'posting:' || p.transaction_id || ':' || p.n, NULL::uuid, NULL::bigint, p.amount_minor, NULL
    FROM ledger.posting p
      LEFT JOIN ledger.transaction t ON t.id = p.transaction_id
      LEFT JOIN ledger.account a ON a.id = p.account_id
    WHERE ${of} AND (t.id IS NULL OR a.id IS NULL)`,
};

const gifts: InvariantOf = {
  holds: 'charge, refunds, fee and loss of every gift are in the ledger to the cent, and nothing else is',
  sql: (of) => `
    SELECT f.kind, 'gift:' || g.id, g.id, f.expected, f.found, g.currency
    FROM fundraising.gift g
      CROSS JOIN LATERAL (${bookedTotals('g.id')}) b
      CROSS JOIN LATERAL (VALUES
        ('gift-charge-off', CASE WHEN g.paid_at IS NULL OR g.status = 'cancelled' THEN 0 ELSE g.charged_minor END, b.charged),
        ('gift-refund-off', g.refunded_minor, b.refunded),
        ('gift-fee-off', coalesce(g.fee_minor, 0), b.fee),
        ('gift-lost-off', g.lost_minor, b.lost)
      ) AS f (kind, expected, found)
    WHERE ${of} AND f.expected <> f.found`,
};

const refOfLine = `
  CASE
    WHEN b.type IN ('charge', 'payment') THEN 'charge:' || b.source_id
    WHEN b.type IN ('refund', 'payment_refund', 'refund_failure', 'payment_failure_refund')
      THEN 'refund:' || b.source_id || CASE WHEN b.amount_minor > 0 THEN ':failed' ELSE '' END
    WHEN b.type IN ('payout', 'payout_failure', 'payout_cancel')
      THEN 'payout:' || b.source_id || CASE WHEN b.amount_minor > 0 THEN ':failed' ELSE '' END
  END`;

const lines: InvariantOf = {
  holds: "every line of Stripe's balance moved ours by as much",
  sql: (of) => `
    SELECT 'stripe-line-off', 'line:' || l.id, l.gift_id, l.moved, coalesce(m.moved, 0), l.currency
    FROM (
      SELECT b.id, b.gift_id, b.currency, ${refOfLine} AS ref,
        -- The fee of a charge is booked on its own.
        CASE WHEN b.type IN ('charge', 'payment') THEN b.amount_minor ELSE b.net_minor END AS moved
      FROM fundraising.balance_transaction b WHERE ${of}
    ) l
      LEFT JOIN LATERAL (
        SELECT a.currency, sum(p.amount_minor)::bigint AS moved
        FROM ledger.transaction t
          JOIN ledger.posting p ON p.transaction_id = t.id
          JOIN ledger.account a ON a.id = p.account_id AND a.kind = 'stripe-balance'
        WHERE t.external_ref = l.ref
        GROUP BY a.currency
      ) m ON true
    WHERE l.ref IS NOT NULL AND (coalesce(m.moved, 0) <> l.moved OR m.currency <> l.currency)`,
};

/** Disputes `d` have several balance transactions each, so their totals are compared. */
const disputes: InvariantOf = {
  holds: 'what disputes moved at Stripe, they moved in the ledger',
  sql: (of) => `
    SELECT 'dispute-off', 'dispute:' || d.stripe_dispute_id, d.gift_id, l.net, m.moved, g.currency
    FROM fundraising.dispute d
      JOIN fundraising.gift g ON g.id = d.gift_id
      CROSS JOIN LATERAL (
        SELECT sum(b.net_minor)::bigint AS net FROM fundraising.balance_transaction b
        WHERE b.gift_id = d.gift_id AND b.source_id = d.stripe_dispute_id
      ) l
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(p.amount_minor), 0)::bigint AS moved
        FROM ledger.transaction t
          JOIN ledger.posting p ON p.transaction_id = t.id
          JOIN ledger.account a ON a.id = p.account_id AND a.kind = 'stripe-balance'
        WHERE t.subject_id = d.gift_id AND starts_with(t.external_ref, 'dispute:' || d.stripe_dispute_id || ':')
      ) m
    WHERE ${of} AND l.net IS NOT NULL AND l.net <> m.moved`,
};

const progress: Invariant = {
  holds: 'the progress of every campaign and page is what its gifts say',
  sql: `
    WITH counted AS MATERIALIZED (
      SELECT o.owner_id, count(*) AS gifts, sum(g.intended_minor)::bigint AS intended,
        sum(g.refunded_intended_minor)::bigint AS refunded, sum(g.lost_intended_minor)::bigint AS lost
      FROM fundraising.gift g CROSS JOIN LATERAL (VALUES (g.campaign_id), (g.page_id)) AS o (owner_id)
      WHERE g.paid_at IS NOT NULL AND g.status <> 'cancelled' AND o.owner_id IS NOT NULL
      GROUP BY o.owner_id
    )
    SELECT f.kind, 'progress:' || coalesce(c.owner_id, t.owner_id), NULL::uuid, f.expected, f.found, NULL
    FROM counted c FULL JOIN fundraising.progress t ON t.owner_id = c.owner_id
      CROSS JOIN LATERAL (VALUES
        ('progress-count-off', coalesce(c.gifts, 0), coalesce(t.gift_count, 0)),
        ('progress-intended-off', coalesce(c.intended, 0), coalesce(t.intended_minor, 0)),
        ('progress-refunded-off', coalesce(c.refunded, 0), coalesce(t.refunded_minor, 0)),
        ('progress-lost-off', coalesce(c.lost, 0), coalesce(t.lost_minor, 0))
      ) AS f (kind, expected, found)
    WHERE f.expected <> f.found`,
};

/** Checks two of the four progress totals of campaigns without reading every gift. */
const progressBooked: Invariant = {
  holds: 'what campaigns say was given and given back is what their accounts say',
  sql: `
    SELECT f.kind, 'progress:' || coalesce(l.owner_id, t.owner_id), NULL::uuid, f.expected, f.found, NULL
    FROM (
      SELECT a.owner_id, (-coalesce(sum(b.balance_minor) FILTER (WHERE a.kind = 'fund'), 0))::bigint AS intended,
        coalesce(sum(b.balance_minor) FILTER (WHERE a.kind = 'refunded'), 0)::bigint AS refunded
      FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
      WHERE a.owner_id IS NOT NULL AND a.kind IN ('fund', 'refunded')
      GROUP BY a.owner_id
    ) l FULL JOIN (
      SELECT t.owner_id, t.intended_minor, t.refunded_minor
      FROM fundraising.progress t JOIN fundraising.campaign c ON c.id = t.owner_id
    ) t ON t.owner_id = l.owner_id
      CROSS JOIN LATERAL (VALUES
        ('progress-intended-off', coalesce(l.intended, 0), coalesce(t.intended_minor, 0)),
        ('progress-refunded-off', coalesce(l.refunded, 0), coalesce(t.refunded_minor, 0))
      ) AS f (kind, expected, found)
    WHERE f.expected <> f.found`,
};

const matches: InvariantOf = {
  holds: 'what sponsors promised is the sum of their matches',
  sql: (of) => `
    SELECT 'pool-matches-off', 'pool:' || p.id, NULL::uuid, m.sum, p.matched_minor, p.currency
    FROM fundraising.matching_pool p
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(m.amount_minor), 0)::bigint AS sum FROM fundraising.match m WHERE m.pool_id = p.id
      ) m
    WHERE ${of} AND m.sum <> p.matched_minor`,
};

const owed: Invariant = {
  holds: 'what sponsors owe stands in the ledger',
  sql: `
    SELECT 'pool-owed-off', 'pool:' || p.id, NULL::uuid, p.matched_minor - p.received_minor, b.sum, p.currency
    FROM fundraising.matching_pool p
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(b.balance_minor), 0)::bigint AS sum
        FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
        WHERE a.owner_id = p.id AND a.kind = 'matching-receivable'
      ) b
    WHERE p.matched_minor - p.received_minor <> b.sum`,
};

const disbursed: Invariant = {
  holds: 'what was disbursed of each campaign is what two people approved',
  sql: `
    SELECT 'disbursed-off', 'campaign:' || c.id, NULL::uuid, f.expected, f.found, c.currency
    FROM fundraising.campaign c
      CROSS JOIN LATERAL (VALUES (
        (SELECT coalesce(sum(d.amount_minor), 0)::bigint FROM fundraising.disbursement d
          WHERE d.campaign_id = c.id AND d.status = 'approved'),
        (SELECT coalesce(sum(b.balance_minor), 0)::bigint
          FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
          WHERE a.owner_id = c.id AND a.kind = 'disbursed')
      )) AS f (expected, found)
    WHERE f.expected <> f.found`,
};

/** Compares every stored balance with the checked sum plus newer postings. */
export const balanceMismatchSql = (checked: string, freshOf: string) => `
  SELECT 'balance-off', 'account:' || a.kind || ':' || coalesce(a.owner_id::text, 'own') || ':' || a.currency,
    NULL::uuid, coalesce(v.sum_minor, 0) + coalesce(s.sum, 0), coalesce(b.balance_minor, 0), a.currency
  FROM ledger.account a
    LEFT JOIN ledger.balance b ON b.account_id = a.id
    LEFT JOIN (${checked}) v ON v.account_id = a.id
    LEFT JOIN (
      SELECT p.account_id, sum(p.amount_minor)::bigint AS sum
      FROM ledger.transaction t JOIN ledger.posting p ON p.transaction_id = t.id WHERE ${freshOf} GROUP BY p.account_id
    ) s ON s.account_id = a.id
  WHERE coalesce(v.sum_minor, 0) + coalesce(s.sum, 0) <> coalesce(b.balance_minor, 0)`;

/** Finds sums of checked postings that have changed since. Postings are immutable. */
export const changedHistorySql = (before: string, now: string) => `
  SELECT 'history-changed', 'account:' || coalesce(a.kind || ':' || coalesce(a.owner_id::text, 'own') || ':' || a.currency,
      coalesce(v.account_id, w.account_id)::text),
    NULL::uuid, coalesce(v.sum_minor, 0), coalesce(w.sum_minor, 0), a.currency
  FROM (${before}) v FULL JOIN (${now}) w ON w.account_id = v.account_id
    LEFT JOIN ledger.account a ON a.id = coalesce(v.account_id, w.account_id)
  WHERE coalesce(v.sum_minor, 0) <> coalesce(w.sum_minor, 0)`;

/** Invariants by table. Each row is judged in a single snapshot. */
export const transactionInvariants: readonly InvariantOf[] = [balanced, complete, giftExists];
export const chargeInvariant = chargesListed;
export const postingInvariant = hasTransactionAndAccount;
export const giftInvariant = gifts;
export const balanceTransactionInvariants = lines;
export const disputeInvariant = disputes;
export const poolInvariant = matches;
/** Checked in full every time: one row per campaign and pool. */
export const unconditionalInvariants: readonly Invariant[] = [disbursed, owed];
/** The full check scans all gifts. The other one compares with the ledger instead. */
export const progressInvariant = progress;
export const bookedProgressInvariant = progressBooked;
