import { aPaidGift } from '../support/factories.fundraising.js';
import { Finance, usd } from '../support/finance.js';
import { raceAtLock } from '../support/lock-races.js';
import { runAsOwner } from '../support/tampering.js';

const now = new Date('2026-12-01T20:00:00Z');
const workers = 6;

let finance: Finance;
beforeAll(async () => {
  finance = await Finance.at(now);
});
afterAll(() => finance.app.close());

interface Pool {
  id: string;
  giftIds: string[];
}

/** Creates a pool of $100 that doubles gifts, and four unmatched gifts of $30. */
async function aPool(): Promise<Pool> {
  const other = await Finance.of(finance.app);
  const pool = await other.does<{ id: string }>(
    'mutation ($input: CreateMatchingPoolInput!) { createMatchingPool(input: $input) { id } }',
    {
      input: {
        campaignId: other.campaign.id,
        sponsorName: 'Harbor Bank',
        cap: usd(100),
        startsAt: now,
        endsAt: new Date(now.valueOf() + 3_600_000),
      },
    },
  );
  const giftIds: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    const paidAt = new Date(now.valueOf() + n * 1000);
    giftIds.push((await aPaidGift(finance.app.db, { campaignId: other.campaign.id, intendedMinor: 3_000, paidAt })).id);
  }
  return { id: pool.id, giftIds };
}

/** All workers start before the first can write. */
const race = (pool: Pool, job: string) =>
  raceAtLock<{ changed: number }>(
    finance.app.config.DATABASE_URL,
    { sql: 'SELECT FROM fundraising.gift WHERE id = ANY ($1::uuid[]) FOR UPDATE', values: [pool.giftIds] },
    Array.from({ length: workers }, () => ({
      sql: `SELECT fundraising.${job}($1, $2, 1000) AS changed`,
      values: [pool.id, now],
    })),
  );

async function saidOf({ id }: Pool): Promise<{ pool: number; matches: number; ledger: number }> {
  const [row] = await finance.app.db.query<{ pool: number; matches: number; ledger: number }>(
    `SELECT p.matched_minor::int AS pool, m.sum::int AS matches, l.sum::int AS ledger
     FROM fundraising.matching_pool p
       CROSS JOIN LATERAL (SELECT sum(amount_minor) FROM fundraising.match WHERE pool_id = p.id) m
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(t.amount_minor), 0) AS sum
         FROM ledger.posting t JOIN ledger.account a ON a.id = t.account_id WHERE a.owner_id = p.id
       ) l
     WHERE p.id = $1`,
    [id],
  );
  return row!;
}

test('many workers match a pool up to its cap and no cent more', async () => {
  const pool = await aPool();
  const answers = await race(pool, 'match_gifts');
  expect(answers.map(({ status }) => status)).toEqual(Array(workers).fill('fulfilled'));
  expect(await saidOf(pool)).toEqual({ pool: 10_000, matches: 10_000, ledger: 10_000 });
});

describe('without the lock on the pool', () => {
  beforeAll(async () => {
    const [row] = await finance.app.db.query<{ definition: string }>(
      `SELECT pg_get_functiondef('fundraising.match_gifts'::regproc) AS definition`,
    );
    const copy = row!.definition
      .replace('fundraising.match_gifts(', 'fundraising.match_gifts_unlocked(')
      .replace('WHERE id = pool FOR NO KEY UPDATE;', 'WHERE id = pool;');
    expect(copy).not.toContain('FOR NO KEY UPDATE');
    await runAsOwner(finance.app, copy);
  });

  test('the constraint still enforces the cap, and workers that violate it fail', async () => {
    const pool = await aPool();
    const answers = await race(pool, 'match_gifts_unlocked');
    expect(answers.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    expect((await saidOf(pool)).pool).toBeLessThanOrEqual(10_000);
  });

  test("without the constraint as well, the matches exceed the sponsor's pledge", async () => {
    await runAsOwner(finance.app, 'ALTER TABLE fundraising.matching_pool DROP CONSTRAINT pool_never_above_cap');
    const pool = await aPool();
    await race(pool, 'match_gifts_unlocked');
    const totals = await saidOf(pool);
    expect(totals.pool).toBeGreaterThan(10_000);
    expect(totals.ledger).toBeGreaterThan(10_000);
  });
});
