import { randomBytes } from 'node:crypto';
import { sha256 } from '@upstander/platform';
import type pg from 'pg';
import { startApi, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { median, report } from './support/report.js';
import { grow } from './support/simulation.js';

/**
 * The nightly check of the ledger, which proves what is new, beside the whole one: a million gifts (five million postings), and
 * nights in which a thousand come. Every check must find that everything agrees.
 */
const gifts = Number(process.env['BENCH_GIFTS'] ?? 1_000_000);
const aNight = Number(process.env['BENCH_NIGHT'] ?? 1_000);
const nights = Number(process.env['BENCH_ROUNDS'] ?? 3);

const database = await benchDatabase('ledger-check');
let api: Child | null = null;
try {
  const size = (n: number) => ({ volunteers: 0, events: 0, gifts: n });
  console.error(`Making ${gifts.toLocaleString('en')} gifts …`);
  await grow(database.pool, size(0), size(gifts));
  api = await startApi(database.url, { STRIPE_URL: 'https://api.stripe.com' });
  const ask = await aTreasurer(api, database.pool);
  const first = await ask(true);
  const times = { new: [] as number[], whole: [] as number[] };
  for (let night = 0; night < nights; night += 1) {
    const sofar = gifts + night * aNight;
    await grow(database.pool, size(sofar), size(sofar + aNight));
    const fresh = await ask(false);
    if (fresh.postings !== aNight * 5) throw new Error(`It looked at ${fresh.postings} postings.`);
    times.new.push(fresh.seconds);
    times.whole.push((await ask(true)).seconds);
  }
  report(
    'ledger-check',
    [
      { check: 'the first, of everything', postings: first.postings, seconds: first.seconds },
      { check: 'of everything', postings: gifts * 5, seconds: median(times.whole) },
      { check: 'of what a night brought', postings: aNight * 5, seconds: median(times.new) },
    ],
    { new_over_whole: median(times.new) / median(times.whole) },
  );
} finally {
  await api?.stop();
  await database.drop();
}

interface Check {
  agrees: boolean;
  seconds: number;
  postings: number;
}

/** Somebody of finance, who checks. */
async function aTreasurer({ port }: Child, pool: pg.Pool): Promise<(whole: boolean) => Promise<Check>> {
  const token = randomBytes(32).toString('base64url');
  await pool.query(
    `WITH account AS (INSERT INTO identity.account (email, name) VALUES ('fay@example.org', 'Fay') RETURNING id),
       granted AS (INSERT INTO identity."grant" (account_id, role, by_command_line) SELECT id, 'finance', true FROM account)
     INSERT INTO identity.session (token_hash, account_id, second_step, created_at, last_seen_at, expires_at)
     SELECT $1, id, 'done', now(), now(), now() + interval '1 day' FROM account`,
    [sha256(token)],
  );
  return async (whole) => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `session=${token}`, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({
        query: `mutation { runLedgerCheck(whole: ${whole}) { agrees seconds postings findings { kind count } } }`,
      }),
    });
    const text = await response.text();
    const { data } = JSON.parse(text) as { data: { runLedgerCheck: Check } | null };
    if (!data?.runLedgerCheck.agrees) throw new Error(text);
    return data.runLedgerCheck;
  };
}
