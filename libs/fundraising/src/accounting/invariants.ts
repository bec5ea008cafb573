/** What must hold in the ledger: a query whose every row is something that does not agree. */
export interface Invariant {
  /** What is proven, for the log. */
  holds: string;
  /** Rows of (kind, about, gift_id, expected, found, currency). `$now` stands for the time of the check. */
  sql: string;
}

/** One scan of the postings for each transaction and currency. */
const balanced: Invariant = {
  holds: 'every transaction sums to zero in each currency',
  sql: `
    SELECT 'transaction-unbalanced' AS kind, 'transaction:' || p.transaction_id AS about, NULL::uuid AS gift_id,
      0::bigint AS expected, sum(p.amount_minor)::bigint AS found, a.currency
    FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id
    GROUP BY p.transaction_id, a.currency HAVING sum(p.amount_minor) <> 0`,
};

const noOrphans: Invariant = {
  holds: 'every posting has its transaction and its account, and every transaction its postings',
  sql: `
    SELECT 'posting-orphan', 'posting:' || p.transaction_id || ':' || p.n, NULL::uuid, NULL::bigint, p.amount_minor, NULL
    FROM ledger.posting p
    WHERE NOT EXISTS (SELECT FROM ledger.transaction t WHERE t.id = p.transaction_id)
      OR NOT EXISTS (SELECT FROM ledger.account a WHERE a.id = p.account_id)
    UNION ALL
    SELECT 'transaction-empty', t.external_ref, NULL, NULL, NULL, NULL
    FROM ledger.transaction t WHERE NOT EXISTS (SELECT FROM ledger.posting p WHERE p.transaction_id = t.id)`,
};

const totals: Invariant = {
  holds: 'every stored total is the sum of its postings',
  sql: `
    SELECT 'balance-off', 'account:' || a.kind || ':' || coalesce(a.owner_id::text, 'own') || ':' || a.currency,
      NULL::uuid, coalesce(s.sum, 0), coalesce(b.balance_minor, 0), a.currency
    FROM ledger.account a
      LEFT JOIN ledger.balance b ON b.account_id = a.id
      LEFT JOIN (
        SELECT p.account_id, sum(p.amount_minor)::bigint AS sum FROM ledger.posting p GROUP BY p.account_id
      ) s ON s.account_id = a.id
    WHERE coalesce(s.sum, 0) <> coalesce(b.balance_minor, 0)`,
};

/** What the ledger says about each gift, beside what the gift says: four figures from one scan. */
const gifts: Invariant = {
  holds: 'charge, refunds, fee and loss of every gift are in the ledger to the cent, and nothing else is',
  sql: `
    WITH booked AS MATERIALIZED (
      SELECT t.subject_id,
        (-coalesce(sum(p.amount_minor) FILTER (WHERE a.kind IN ('fund', 'fee-cover')), 0))::bigint AS charged,
        coalesce(sum(p.amount_minor) FILTER (WHERE a.kind IN ('refunded', 'refunded-cover')), 0)::bigint AS refunded,
        coalesce(sum(p.amount_minor) FILTER (WHERE a.kind = 'processing-fees'), 0)::bigint AS fee,
        coalesce(sum(p.amount_minor) FILTER (WHERE a.kind = 'disputes-lost'), 0)::bigint AS lost
      FROM ledger.transaction t
        JOIN ledger.posting p ON p.transaction_id = t.id
        JOIN ledger.account a ON a.id = p.account_id
      WHERE t.subject_id IS NOT NULL
        AND a.kind IN ('fund', 'fee-cover', 'refunded', 'refunded-cover', 'processing-fees', 'disputes-lost')
      GROUP BY t.subject_id
    )
    SELECT f.kind, CASE WHEN g.id IS NULL THEN 'subject:' || b.subject_id ELSE 'gift:' || g.id END, g.id, f.expected,
      f.found, g.currency
    FROM fundraising.gift g FULL JOIN booked b ON b.subject_id = g.id
      CROSS JOIN LATERAL (VALUES
        (CASE WHEN g.id IS NULL THEN 'booked-without-gift' ELSE 'gift-charge-off' END,
          CASE WHEN g.paid_at IS NULL OR g.status = 'cancelled' THEN 0 ELSE g.charged_minor END, coalesce(b.charged, 0)),
        ('gift-refund-off', coalesce(g.refunded_minor, 0), coalesce(b.refunded, 0)),
        ('gift-fee-off', coalesce(g.fee_minor, 0), coalesce(b.fee, 0)),
        ('gift-lost-off', coalesce(g.lost_minor, 0), coalesce(b.lost, 0))
      ) AS f (kind, expected, found)
    WHERE f.expected <> f.found AND (g.id IS NOT NULL OR f.kind = 'booked-without-gift')`,
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

/** The reference under which the ledger has a line of Stripe's balance, and what that line moved. */
const stripeLines = `
  SELECT b.id, b.gift_id, b.currency,
    CASE
      WHEN b.type IN ('charge', 'payment') THEN 'charge:' || b.source_id
      WHEN b.type IN ('refund', 'payment_refund', 'refund_failure', 'payment_failure_refund')
        THEN 'refund:' || b.source_id || CASE WHEN b.amount_minor > 0 THEN ':failed' ELSE '' END
      WHEN b.type IN ('payout', 'payout_failure', 'payout_cancel')
        THEN 'payout:' || b.source_id || CASE WHEN b.amount_minor > 0 THEN ':failed' ELSE '' END
    END AS ref,
    -- The fee of a charge is booked on its own.
    CASE WHEN b.type IN ('charge', 'payment') THEN b.amount_minor ELSE b.net_minor END AS moved
  FROM fundraising.balance_transaction b
  WHERE b.type IN ('charge', 'payment', 'refund', 'payment_refund', 'refund_failure', 'payment_failure_refund', 'payout',
    'payout_failure', 'payout_cancel')`;

const stripe: Invariant = {
  holds: "every line of Stripe's balance moved ours by as much",
  sql: `
    SELECT 'stripe-line-off', 'line:' || l.id, l.gift_id, l.moved, coalesce(m.moved, 0), l.currency
    FROM (${stripeLines}) l
      LEFT JOIN (
        SELECT t.external_ref, a.currency, sum(p.amount_minor)::bigint AS moved
        FROM ledger.transaction t
          JOIN ledger.posting p ON p.transaction_id = t.id
          JOIN ledger.account a ON a.id = p.account_id AND a.kind = 'stripe-balance'
        GROUP BY t.external_ref, a.currency
      ) m ON m.external_ref = l.ref
    WHERE coalesce(m.moved, 0) <> l.moved OR m.currency <> l.currency`,
};

/** Disputes have several lines each, so they are compared as a whole. */
const disputes: Invariant = {
  holds: 'what disputes moved at Stripe, they moved in the ledger',
  sql: `
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
    WHERE l.net IS NOT NULL AND l.net <> m.moved`,
};

const listed: Invariant = {
  holds: 'every charge in the ledger was listed by Stripe within two days',
  sql: `
    SELECT 'charge-not-listed', t.external_ref, t.subject_id, NULL::bigint, NULL::bigint, NULL
    FROM ledger.transaction t
    WHERE t.kind = 'charge' AND t.posted_at < $now::timestamptz - interval '2 days'
      AND NOT EXISTS (
        SELECT FROM fundraising.balance_transaction b
        WHERE b.type IN ('charge', 'payment') AND b.source_id = substr(t.external_ref, 8)
      )`,
};

const pools: Invariant = {
  holds: 'what sponsors promised is the sum of their matches, and what they owe stands in the ledger',
  sql: `
    SELECT f.kind, 'pool:' || p.id, NULL::uuid, f.expected, f.found, p.currency
    FROM fundraising.matching_pool p
      CROSS JOIN LATERAL (VALUES
        ('pool-matches-off', (
          SELECT coalesce(sum(m.amount_minor), 0)::bigint FROM fundraising.match m WHERE m.pool_id = p.id
        ), p.matched_minor),
        ('pool-owed-off', p.matched_minor - p.received_minor, (
          SELECT coalesce(sum(b.balance_minor), 0)::bigint
          FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
          WHERE a.owner_id = p.id AND a.kind = 'matching-receivable'
        ))
      ) AS f (kind, expected, found)
    WHERE f.expected <> f.found`,
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

/** Every invariant the nightly check looks at; each is a set of rows at a time, never a row. */
export const invariants: readonly Invariant[] = [
  balanced,
  noOrphans,
  totals,
  gifts,
  progress,
  stripe,
  disputes,
  listed,
  pools,
  disbursed,
];
