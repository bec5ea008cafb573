import type pg from 'pg';

const intendedMinor = 5_000;
const coverMinor = 180;
const charged = intendedMinor + coverMinor;
const fee = 180;

/**
 * Inserts by SQL, with a donor, charge, fee and Stripe balance transaction for each gift and matching totals. Sizes are
 * realistic and results deterministic. Returns the campaign's slug.
 */
export async function manyGifts(pool: pg.Pool, gifts: number): Promise<string> {
  const client = await pool.connect();
  const run = (sql: string, params: unknown[] = []) => client.query(sql, params);
  try {
    // The ledger check afterward verifies what the triggers would have.
    await run(`SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'`);
    await run(
      `INSERT INTO fundraising.beneficiary (kind, name, created_at) VALUES ('own', 'We', now()) ON CONFLICT DO NOTHING`,
    );
    const { rows } = await run(
      `INSERT INTO fundraising.campaign (slug, beneficiary_id, title, story, goal_minor, currency, time_zone, status,
         organizer_name, organizer_email, published_at, first_gift_at, created_at, updated_at)
       SELECT 'beds', id, 'Beds', repeat('A bed is where it starts. ', 60), 100000000, 'USD', 'America/Los_Angeles',
         'live', 'Rosa', 'rosa@example.org', now(), now(), now(), now()
       FROM fundraising.beneficiary WHERE kind = 'own' RETURNING id`,
    );
    const campaignId = (rows[0] as { id: string }).id;
    await run(
      `INSERT INTO fundraising.donor (email, created_at)
       SELECT 'donor-' || n || '@example.org', now() FROM generate_series(0, $1::integer / 3) n`,
      [gifts],
    );
    await run(
      `INSERT INTO fundraising.gift (campaign_id, donor_id, name, message, method, source, status, currency,
         intended_minor, cover_minor, charged_minor, fee_minor, payment_intent_id, charge_id, created_at, paid_at)
       SELECT $1, d.ids[1 + n % array_length(d.ids, 1)], 'Ana Reyes ' || n, '', 'stripe', 'site', 'paid', 'USD', $3, $4,
         $5, $6, 'pi_' || n, 'ch_' || n, t.at, t.at
       FROM generate_series(1, $2::integer) n, (SELECT array_agg(id) AS ids FROM fundraising.donor) d,
         LATERAL (SELECT now() - n * interval '1 minute' AS at) t`,
      [campaignId, gifts, intendedMinor, coverMinor, charged, fee],
    );
    await run(
      `INSERT INTO ledger.account (kind, owner_id, currency, created_at)
       SELECT kind, owner::uuid, 'USD', now()
       FROM (VALUES ('stripe-balance', NULL), ('fund', $1), ('fee-cover', $1), ('processing-fees', $1)) a (kind, owner)
       ON CONFLICT DO NOTHING`,
      [campaignId],
    );
    await run(
      `INSERT INTO ledger.transaction (kind, external_ref, subject_id, happened_at, posted_at)
       SELECT k.kind, k.kind || ':' || CASE k.kind WHEN 'charge' THEN g.charge_id ELSE 'txn_' || g.charge_id END, g.id,
         g.paid_at, g.paid_at
       FROM fundraising.gift g, (VALUES ('charge'), ('fee')) k (kind)`,
    );
    await run(
      `INSERT INTO ledger.posting (transaction_id, n, account_id, amount_minor)
       SELECT t.id, p.n, a.id, p.amount
       FROM ledger.transaction t
         JOIN (VALUES ('charge', 1, 'stripe-balance', $1::bigint), ('charge', 2, 'fund', -$2::bigint),
           ('charge', 3, 'fee-cover', -$3::bigint), ('fee', 1, 'processing-fees', $4::bigint),
           ('fee', 2, 'stripe-balance', -$4::bigint)) p (of, n, kind, amount) ON p.of = t.kind
         JOIN ledger.account a ON a.kind = p.kind`,
      [charged, intendedMinor, coverMinor, fee],
    );
    await run(
      `INSERT INTO ledger.balance (account_id, balance_minor)
       SELECT account_id, sum(amount_minor) FROM ledger.posting GROUP BY account_id`,
    );
    await run(
      `INSERT INTO fundraising.balance_transaction (id, type, source_id, gift_id, amount_minor, fee_minor, net_minor,
         currency, available_on, created_at)
       SELECT 'txn_' || charge_id, 'charge', charge_id, id, charged_minor, fee_minor, charged_minor - fee_minor, 'USD',
         paid_at, paid_at
       FROM fundraising.gift`,
    );
    await run(`INSERT INTO fundraising.progress (owner_id, gift_count, intended_minor) VALUES ($1, $2, $3)`, [
      campaignId,
      gifts,
      gifts * intendedMinor,
    ]);
    await run('RESET session_replication_role');
    await run('VACUUM ANALYZE');
    return 'beds';
  } finally {
    client.release();
  }
}
