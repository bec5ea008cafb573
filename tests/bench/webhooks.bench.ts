import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { chargeEvent, signatureLine } from './support/charge-events.js';
import { startApi, startChild, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { load } from './support/load.js';
import { median, medianRatio, percentile, report } from './support/report.js';

/**
 * Paid gifts coming in, all on one campaign: the whole API in production mode (signature, event kept once, postings and
 * their totals, the gift's state, the campaign's progress) beside raw Node http + pg that checks nothing and writes one
 * row of the ledger a request, on a durable PostgreSQL. Both answer in turns; the ratio is the median over the rounds.
 */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 4);
const connections = 64;
const secret = 'whsec_sandbox';
const amount = 5_180;
/** More than the fastest round takes. */
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
  await database.pool.query('CREATE TABLE raw_transaction (LIKE ledger.transaction INCLUDING ALL)');
  const raw = await startChild('tests/bench/support/raw-webhook.mjs', { DATABASE_URL: database.url });
  servers.push(api, raw);

  let n = 0;
  const waiting: string[] = [];
  const oneRound = async (name: 'api' | 'raw', forSeconds: number) => {
    // Begun gifts are there before anybody looks at the clock; the floor asks for none.
    if (name === 'api' && waiting.length < aBatch)
      waiting.push(...(await pendingGifts(database.pool, campaignId, aBatch)));
    const before = n;
    const port = name === 'api' ? api.port : raw.port;
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

  const rates = { raw: [] as number[], api: [] as number[] };
  const late = { raw: [] as number[], api: [] as number[] };
  let posted = 0;
  for (const name of ['raw', 'api'] as const) {
    const { sent } = await oneRound(name, 2);
    if (name === 'api') posted += sent;
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 ? (['api', 'raw'] as const) : (['raw', 'api'] as const)) {
      const result = await oneRound(name, seconds);
      if (name === 'api') posted += result.sent;
      rates[name].push(result.perSecond);
      late[name].push(percentile(result.latencies, 0.95));
    }
  }
  await proveBooks(database.pool, campaignId, posted);

  report(
    'webhooks',
    (['raw', 'api'] as const).map((name) => ({
      server: name,
      'gifts/s': Math.round(median(rates[name])),
      'p95 ms': Number(median(late[name]).toFixed(1)),
    })),
    { webhook_over_raw: medianRatio(rates.api, rates.raw) },
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

/** What was measured must also be right: every answer is a paid gift, and every total is the sum of its parts. */
async function proveBooks(pool: Pool, campaignId: string, posted: number): Promise<void> {
  const { rows } = await pool.query<Record<string, number>>(
    `SELECT (SELECT count(*) FROM fundraising.gift WHERE status = 'paid')::int AS paid,
       (SELECT gift_count FROM fundraising.tally WHERE owner_id = $1)::int AS counted,
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
