import { aTreasurer } from './support/check-ledger.js';
import { startApi, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { median, report } from './support/report.js';
import { growData } from './support/simulation.js';

/**
 * Compares the nightly incremental check of the ledger with a full one: a million gifts (five million postings) and
 * nights with a thousand new ones. Every check must find no discrepancy.
 */
const gifts = Number(process.env['BENCH_GIFTS'] ?? 1_000_000);
const aNight = Number(process.env['BENCH_NIGHT'] ?? 1_000);
const nights = Number(process.env['BENCH_ROUNDS'] ?? 3);

const database = await benchDatabase('ledger-check');
let api: Child | null = null;
try {
  const size = (n: number) => ({ volunteers: 0, events: 0, gifts: n });
  console.error(`Making ${gifts.toLocaleString('en')} gifts …`);
  await growData(database.pool, size(0), size(gifts));
  api = await startApi(database.url, { STRIPE_URL: 'https://api.stripe.com' });
  const ask = await aTreasurer(api.port, database.pool);
  const first = await ask(true);
  const times = { new: [] as number[], whole: [] as number[] };
  for (let night = 0; night < nights; night += 1) {
    const sofar = gifts + night * aNight;
    await growData(database.pool, size(sofar), size(sofar + aNight));
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
