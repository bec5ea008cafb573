import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { chargeEvent, signatureLine } from './support/charge-events.js';
import { benchWebhookSecret, startApi, startChild, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { load } from './support/load.js';
import { median, medianRatio, percentile, report } from './support/report.js';

/**
 * Measures paid gifts arriving for one campaign on a durable PostgreSQL. The whole API in production mode (signature,
 * stored event, postings and totals, gift status, campaign progress) is compared with raw Node http + pg that only
 * books the charge: `ledger` with the ledger's tables, `row` with one row of a plain table.
 */
const names = ['row', 'ledger', 'api'] as const;
type Name = (typeof names)[number];
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 4);
const connections = 64;
const secret = benchWebhookSecret;
const amount = 5_180;
/** More than the fastest round processes. */
const aBatch = 40_000;

const database = await benchDatabase('webhooks');
const servers: Child[] = [];
try {
  const { rows: durable } = await database.pool.query<{ fsync: string; synchronous_commit: string }>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit`,
  );
  if (durable[0]?.fsync !== 'on' || durable[0].synchronous_commit !== 'on') {
    throw new Error('This bench needs a durable PostgreSQL: fsync and synchronous_commit on.');
  }
  const campaignId = await aCampaign(database.pool);
  const api = await startApi(database.url, { STRIPE_URL: 'https://api.stripe.com', STRIPE_WEBHOOK_SECRET: secret });
  servers.push(api);

  let n = 0;
  const waiting: string[] = [];
  const ports: Partial<Record<Name, number>> = { api: api.port };
  const oneRound = async (name: Name, forSeconds: number) => {
    // Creates pending gifts before timing starts. The baseline needs none.
    if (name === 'api' && waiting.length < aBatch)
      waiting.push(...(await pendingGifts(database.pool, campaignId, aBatch)));
    const before = n;
    const port = ports[name]!;
    const body = () => {
      const gift = name === 'api' ? waiting.pop() : randomUUID();
      if (!gift) throw new Error('The begun gifts ran out.');
      n += 1;
      return chargeEvent(n, gift, amount, new Date());
    };
    const headers = (text: string) => signatureLine(text, secret, new Date());
    const result = await load({ port, connections, body, headers, path: '/webhooks/stripe', seconds: forSeconds });
    if (Object.keys(result.failures).length > 0) throw new Error(`${name}: ${JSON.stringify(result.failures)}`);
    return { ...result, sent: n - before };
  };

  // The first gifts create the accounts that the baseline posts to.
  let posted = (await oneRound('api', 2)).sent;
  await database.pool.query('CREATE TABLE raw_transaction (LIKE ledger.transaction INCLUDING ALL)');
  await database.pool.query('GRANT ALL ON raw_transaction TO PUBLIC');
  for (const name of ['row', 'ledger'] as const) {
    const settings = { DATABASE_URL: database.url, RAW: name, ...(await booking(database.pool)) };
    const server = await startChild('tests/bench/support/raw-webhook.mjs', settings);
    servers.push(server);
    ports[name] = server.port;
    await oneRound(name, 2);
  }

  const rates: Record<Name, number[]> = { row: [], ledger: [], api: [] };
  const late: Record<Name, number[]> = { row: [], ledger: [], api: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 ? names.toReversed() : names) {
      const result = await oneRound(name, seconds);
      if (name === 'api') posted += result.sent;
      rates[name].push(result.perSecond);
      late[name].push(percentile(result.latencies, 0.95));
    }
  }
  await verifyLedger(database.pool, campaignId, posted);

  report(
    'webhooks',
    names.map((name) => ({
      server: name,
      'gifts/s': Math.round(median(rates[name])),
      'p95 ms': Number(median(late[name]).toFixed(1)),
    })),
    {
      webhook_over_raw: medianRatio(rates.api, rates.ledger),
      webhook_over_one_row: medianRatio(rates.api, rates.row),
    },
  );
} finally {
  for (const server of servers) await server.stop();
  await database.drop();
}

async function aCampaign(pool: Pool): Promise<string> {
  await pool.query(
    `INSERT INTO fundraising.beneficiary (kind, name, created_at) VALUES ('own', 'We', now()) ON CONFLICT DO NOTHING`,
  );
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO fundraising.campaign (slug, beneficiary_id, title, story, goal_minor, currency, time_zone, status,
       organizer_name, organizer_email, published_at, created_at, updated_at)
     SELECT 'beds', id, 'Beds', 'Beds.', 100000000, 'USD', 'America/Los_Angeles', 'live', 'Rosa', 'rosa@example.org',
       now(), now(), now()
     FROM fundraising.beneficiary WHERE kind = 'own' RETURNING id`,
  );
  return rows[0]!.id;
}

async function pendingGifts(pool: Pool, campaignId: string, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO fundraising.gift (campaign_id, name, method, source, status, currency, intended_minor, cover_minor,
       charged_minor, created_at)
     SELECT $1, 'Ana Reyes', 'stripe', 'site', 'pending', 'USD', $3::bigint - 180, 180, $3::bigint, now()
     FROM generate_series(1, $2) RETURNING id`,
    [campaignId, count, amount],
  );
  await pool.query('VACUUM ANALYZE fundraising.gift');
  return rows.map(({ id }) => id);
}

async function booking(pool: Pool): Promise<{ ACCOUNTS: string; AMOUNTS: string }> {
  const { rows } = await pool.query<{ id: string; amount: number }>(
    `SELECT id, CASE kind WHEN 'stripe-balance' THEN $1::int WHEN 'fund' THEN 180 - $1::int ELSE -180 END AS amount
     FROM ledger.account WHERE kind IN ('stripe-balance', 'fund', 'fee-cover')`,
    [amount],
  );
  return { ACCOUNTS: rows.map(({ id }) => id).join(), AMOUNTS: rows.map((one) => one.amount).join() };
}

/** Verifies the result: every answer is a paid gift, and every total equals the sum of its rows. */
async function verifyLedger(pool: Pool, campaignId: string, posted: number): Promise<void> {
  const { rows } = await pool.query<Record<string, number>>(
    `SELECT (SELECT count(*) FROM fundraising.gift WHERE status = 'paid')::int AS paid,
       (SELECT gift_count FROM fundraising.progress WHERE owner_id = $1)::int AS counted,
       (SELECT count(*) FROM fundraising.stripe_event WHERE outcome = 'applied')::int AS events,
       (SELECT -sum(b.balance_minor) FROM ledger.balance b JOIN ledger.account a ON a.id = b.account_id
        WHERE a.owner_id = $1)::bigint / $2::bigint AS booked,
       (SELECT sum(amount_minor) FROM ledger.posting)::int AS off`,
    [campaignId, amount],
  );
  const { paid, counted, events, booked, off } = rows[0]!;
  if ([paid, counted, events, Number(booked)].some((one) => one !== posted) || off !== 0) {
    throw new Error(`Wrong books: ${JSON.stringify({ posted, ...rows[0] })}`);
  }
}
