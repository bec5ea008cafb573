import { claimMails } from '@upstander/notifications';
import { randomBytes, randomUUID } from 'node:crypto';
import { clientDocuments } from '../support/client-documents.mjs';
import { startApi, type Child } from './support/child.js';
import { benchDatabase } from './support/database.js';
import { median, percentile, report } from './support/report.js';
import { signedInLines } from './support/signed-in.js';
import { growData, ratios, type Size } from './support/simulation.js';

/**
 * Measures the most frequent reads as an organization grows. 100 % is ten million volunteers, a million events and a
 * hundred million gifts. One database grows from size to size. Reads are those of our own pages, by one visitor, each
 * for another person or record.
 *
 * `SIMULATION=1,10` lists sizes in percent; `SIMULATION=1,10:5` sets a smaller percentage of gifts for small disks.
 * `SIMULATION_KEPT=1` keeps the last database.
 */
const whole: Size = { volunteers: 10_000_000, events: 1_000_000, gifts: 100_000_000 };
const sizes = (process.env['SIMULATION'] ?? '1').split(',').map((step) => {
  const [share, gifts = share] = step.split(':').map(Number) as [number, number?];
  return {
    volunteers: (whole.volunteers * share) / 100,
    events: (whole.events * share) / 100,
    gifts: (whole.gifts * gifts) / 100,
  };
});
const requests = Number(process.env['BENCH_REQUESTS'] ?? 200);

interface Read {
  name: string;
  document: string;
  variables(n: number, of: Size): Record<string, unknown>;
  as?: 'admin' | 'volunteer';
  /** Matches an answer with content. */
  holds: RegExp;
}

const some = (n: number, of: number) => 1 + ((n * 7_919) % of);
const names = ['Ana', 'Bea', 'Carla', 'Dan', 'Érika', 'Farid', 'Grace', 'Hana', 'Inés', 'Jamal'];

const reads: readonly Read[] = [
  {
    name: 'events ahead',
    document: 'EventsPage',
    variables: (n) => ({ first: 20, filter: n % 2 ? null : { chapter: `chapter-${some(n, ratios.chapters)}` } }),
    holds: /"slug":"care-kit/,
  },
  {
    name: 'events near a postcode',
    document: 'EventsPage',
    variables: (n) => ({ first: 20, near: { postcode: String(90_000 + some(n, ratios.postcodes)), miles: 200 } }),
    holds: /"postcodeKnown":true/,
  },
  {
    name: 'an event with its shifts',
    document: 'OneEvent',
    variables: (n, { events }) => ({ slug: `care-kit-packing-${some(n, events / 10) * 10}` }),
    holds: /"role":"Packing/,
  },
  {
    name: "a fundraiser's page",
    document: 'OneCampaign',
    variables: (n, { gifts }) => ({ slug: `beds-${n % 2 ? 0 : some(n, gifts / ratios.gifts)}` }),
    holds: /"giftCount"/,
  },
  {
    name: 'volunteers by name',
    document: 'Volunteers',
    variables: (n) => ({ first: 50, filter: { text: `${names[n % 10]} ${randomBytes(1).toString('hex')}` } }),
    as: 'admin',
    holds: /"edges":\[\{/,
  },
  { name: 'my sign-ups', document: 'MyAccount', variables: () => ({}), as: 'volunteer', holds: /"mySignups":\[\{/ },
  {
    name: 'gifts of a donor',
    document: 'Gifts',
    variables: (n, { gifts }) => ({ first: 50, filter: { text: `donor-${some(n, gifts / ratios.donations)}@` } }),
    as: 'admin',
    holds: /"edges":\[\{/,
  },
];

const documents = new Map(clientDocuments().map(({ name, text }) => [name, text]));
const database = await benchDatabase('simulation');
let before: Size = { volunteers: 0, events: 0, gifts: 0 };
const rows: Record<string, Record<string, string | number>> = {};
const p50s: Record<string, number[]> = {};
try {
  for (const size of sizes) {
    const label = `${size.volunteers.toLocaleString('en')} volunteers, ${size.events.toLocaleString('en')} events, ${size.gifts.toLocaleString('en')} gifts`;
    console.error(`Growing to ${label} …`);
    await growData(database.pool, before, size);
    before = size;
    const api = await startApi(database.url, { STRIPE_URL: 'https://api.stripe.com' });
    try {
      const addLatencies = (readName: string, times: number[]) => {
        (p50s[readName] ??= []).push(median(times));
        (rows[readName] ??= { what: readName })[label] =
          `${median(times).toFixed(1)} / ${percentile(times, 0.95).toFixed(1)}`;
      };
      for (const read of reads) addLatencies(read.name, await measureRead(api, read, size));
      addLatencies('100 due mails, claimed', await measureClaims());
    } finally {
      await api.stop();
    }
    const { rows: disk } = await database.pool.query<{ size: string }>(
      'SELECT pg_size_pretty(pg_database_size(current_database())) AS size',
    );
    (rows['disk'] ??= { what: 'disk' })[label] = disk[0]!.size;
    console.error(JSON.stringify(rows, null, 1));
  }
  report('simulation', Object.values(rows), {
    ...Object.fromEntries(
      Object.entries(p50s).map(([what, all]) => [`${what}: last_over_first`, all.at(-1)! / all[0]!]),
    ),
  });
} finally {
  if (process.env['SIMULATION_KEPT']) await database.pool.end();
  else await database.drop();
}

async function measureRead(api: Child, read: Read, size: Size): Promise<number[]> {
  const query = documents.get(read.document);
  if (!query) throw new Error(`No page asks ${read.document}.`);
  const lines = await linesOf(read.as);
  const times: number[] = [];
  let answered = 0;
  for (let n = -20; n < requests; n += 1) {
    const body = JSON.stringify({ query, variables: read.variables(n + 20, size) });
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${api.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...lines[(n + 20) % Math.max(1, lines.length)] },
      body,
    });
    const text = await response.text();
    if (n >= 0) times.push(performance.now() - began);
    if (response.status !== 200 || text.includes('"errors"')) throw new Error(`${read.name}: ${text.slice(0, 500)}`);
    if (read.holds.test(text)) answered += 1;
  }
  // Some places have nothing nearby, and some names have no match.
  if (answered < requests / 2) throw new Error(`${read.name}: ${answered} of ${requests} had an answer.`);
  return times;
}

/** Twenty volunteers, an admin, or no header lines for visitors. */
async function linesOf(as: Read['as']): Promise<Array<Record<string, string>>> {
  const signedIn = async (email: string, role?: 'admin') =>
    Object.fromEntries(
      (await signedInLines(database.pool, email, role))
        .split('\r\n')
        .filter(Boolean)
        .map((line) => line.split(': ') as [string, string]),
    );
  if (as === 'admin') return [await signedIn(`${randomUUID()}@example.org`, 'admin')];
  if (!as) return [];
  // The newest volunteers, who did not exist at a smaller size.
  const people = Array.from({ length: 20 }, (_, n) => `v${before.volunteers - n * ratios.active}@example.org`);
  return Promise.all(people.map((email) => signedIn(email)));
}

/** Times the claim statement that workers run all day. Each run is rolled back. */
async function measureClaims(): Promise<number[]> {
  const client = await database.pool.connect();
  try {
    const times: number[] = [];
    for (let n = 0; n < 30; n += 1) {
      await client.query('BEGIN');
      const began = performance.now();
      const { rowCount } = await client.query(claimMails, [
        new Date(),
        100,
        randomUUID(),
        new Date(Date.now() + 60_000),
      ]);
      times.push(performance.now() - began);
      await client.query('ROLLBACK');
      if (rowCount === 0) throw new Error('No mail is due.');
    }
    return times;
  } finally {
    client.release();
  }
}
