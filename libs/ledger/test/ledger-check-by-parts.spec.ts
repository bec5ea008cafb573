import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { eventually } from '@upstander/tests/support/eventually.js';
import { aCampaign, aPaidGift, type PaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { restoreBeforeEach } from '@upstander/tests/support/table-snapshot.js';
import { aTreasurer, type Staff } from '@upstander/tests/support/money-people.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { runBypassingTriggers, connectAsSuperuser, tamperWith } from '@upstander/tests/support/tampering.js';
import type pg from 'pg';
import { extendSessions } from '@upstander/tests/support/seals.js';

const evening = new Date('2026-11-20T18:00:00Z');
let app: TestApp;
let root: pg.Client;
let finance: Staff;
let campaignId: string;

/** A gift from five days ago, listed by Stripe and verified by a full check. */
beforeAll(async () => {
  app = await startApp();
  app.clock.set(evening);
  root = await connectAsSuperuser(app);
  finance = await aTreasurer(app);
  ({ id: campaignId } = await aCampaign(app.db, { now: evening }));
  app.clock.set(new Date(evening.valueOf() - days(5)));
  await anotherGift();
  app.clock.set(evening);
  await waitUntilPosted();
  await app.runJob('check-ledger');
  expect(await runLastCheck()).toMatchObject({ agrees: true, isFull: true });
});
restoreBeforeEach(() => app, ['fundraising', 'ledger', 'identity'], evening);
afterAll(async () => {
  await root.end();
  await app.close();
});

async function anotherGift(): Promise<PaidGift> {
  const one = await aPaidGift(app.db, { campaignId, coverMinor: 180, paidAt: app.clock.now() });
  await app.db.query(
    `INSERT INTO fundraising.balance_transaction (id, type, source_id, gift_id, amount_minor, fee_minor, net_minor, currency,
       available_on, created_at)
     SELECT 'txn_' || charge_id, 'charge', charge_id, id, charged_minor, fee_minor, charged_minor - fee_minor, 'USD', paid_at, paid_at
     FROM fundraising.gift WHERE id = $1`,
    [one.id],
  );
  return one;
}

interface Check {
  at: string;
  agrees: boolean;
  isFull: boolean;
  lastFullAt: string;
  transactions: number;
  findings: Array<{ kind: string; count: number }>;
}
async function runLastCheck(): Promise<Check> {
  await extendSessions(app.db, app.clock.now(), 1);
  const asked = '{ ledgerCheck { at agrees isFull lastFullAt transactions findings { kind count } } }';
  return (await app.graphql<{ ledgerCheck: Check }>(asked, {}, finance)).data.ledgerCheck;
}
const kindsFound = ({ findings }: Check) => findings.map(({ kind }) => kind).sort();

async function runNightlyCheck(after: number): Promise<Check> {
  app.clock.set(new Date(evening.valueOf() + days(after) - 8.5 * 3_600_000));
  await app.runJob('check-ledger');
  return runLastCheck();
}

/** Waits until all database transactions older than the newest ledger entry have ended. Other tests run in parallel. */
const waitUntilPosted = () =>
  eventually(async () => {
    const [row] = await app.db.query<{ over: boolean }>(
      'SELECT max(posted_in) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS over FROM ledger.transaction',
    );
    return row!.over;
  });

const forgedSql = `
  WITH made AS (
    INSERT INTO ledger.transaction (kind, external_ref, happened_at, posted_at) VALUES ('line', 'line:forged', now(), now())
    RETURNING id
  )
  INSERT INTO ledger.posting (transaction_id, n, account_id, amount_minor)
  SELECT made.id, 1, a.id, 700 FROM made, ledger.account a WHERE a.kind = 'stripe-balance'`;

describe('the nightly check', () => {
  test('reads only new transactions, and everything once a week', async () => {
    const nights: Array<[isFull: boolean, transactions: number]> = [];
    await anotherGift();
    await waitUntilPosted();
    for (let n = 1; n <= 8; n += 1) {
      const { agrees, isFull, transactions } = await runNightlyCheck(n);
      expect([n, agrees]).toEqual([n, true]);
      nights.push([isFull, transactions]);
    }
    const nothing = [false, 0];
    // A charge and its fee. The seventh night reads all four transactions again.
    expect(nights).toEqual([[false, 2], nothing, nothing, nothing, nothing, nothing, [true, 4], nothing]);
  });

  test('finds a forged posting the same night', async () => {
    await anotherGift();
    await tamperWith(app, forgedSql);
    const check = await runNightlyCheck(1);
    expect(check.isFull).toBe(false);
    expect(kindsFound(check)).toEqual(['balance-off', 'transaction-unbalanced']);
  });

  test('finds a paid gift that is missing from the ledger the same night', async () => {
    const { chargeId } = await anotherGift();
    await tamperWith(
      app,
      `UPDATE fundraising.gift SET charge_id = 'ch_none', paid_at = NULL, status = 'pending' WHERE charge_id = $1`,
      [chargeId],
    );
    await tamperWith(
      app,
      `INSERT INTO fundraising.gift (campaign_id, name, method, source, status, currency, intended_minor, charged_minor, created_at, paid_at)
       VALUES ($1, 'Ana', 'cash', 'offline', 'paid', 'USD', 500, 500, $2, $2)`,
      [campaignId, app.clock.now()],
    );
    expect((await runNightlyCheck(1)).findings).toEqual([{ kind: 'gift-charge-off', count: 2 }]);
  });

  test('finds a charge that Stripe has not listed within two days', async () => {
    const { chargeId } = await anotherGift();
    await tamperWith(app, `DELETE FROM fundraising.balance_transaction WHERE source_id = $1`, [chargeId]);
    await tamperWith(app, `UPDATE ledger.transaction SET posted_at = $1`, [evening]);
    for (const [n, kinds] of [
      [1, []],
      [2, []],
      [3, ['charge-not-listed']],
    ] as const) {
      expect([n, kindsFound(await runNightlyCheck(n))]).toEqual([n, kinds]);
    }
  });
});

describe('a transaction that commits after a later one was checked', () => {
  async function commitLate(): Promise<void> {
    const late = await connectAsSuperuser(app);
    try {
      await late.query('BEGIN');
      await late.query('SET LOCAL session_replication_role = replica');
      await late.query(forgedSql);
      await anotherGift();
      const check = await runNightlyCheck(1);
      expect(check).toMatchObject({ agrees: true, isFull: false });
      await late.query('COMMIT');
    } finally {
      await late.end();
    }
  }

  test('is checked the next night', async () => {
    await commitLate();
    expect(kindsFound(await runNightlyCheck(2))).toEqual(['balance-off', 'transaction-unbalanced']);
  });

  test('would be missed if the check resumed after the newest transaction it had seen', async () => {
    await commitLate();
    const all = `SELECT max(posted_in) + 1 FROM ledger.transaction`;
    const seen = `SELECT p.account_id, sum(p.amount_minor) FROM ledger.posting p
      WHERE p.transaction_id <> (SELECT id FROM ledger.transaction WHERE external_ref = 'line:forged') GROUP BY p.account_id`;
    await tamperWith(app, `UPDATE fundraising.ledger_checkpoint SET below = (${all})`);
    await tamperWith(app, 'DELETE FROM fundraising.ledger_checked_sum');
    await tamperWith(app, `INSERT INTO fundraising.ledger_checked_sum ${seen}`);
    await waitUntilPosted();
    expect(kindsFound(await runNightlyCheck(2))).toEqual([]);
  });
});

describe('tampering with past transactions', () => {
  const aCentLess = `UPDATE ledger.posting SET amount_minor = amount_minor - 1 WHERE amount_minor = -5000`;
  /** Adjusts the balances of both accounts to the forged postings. */
  const totalsToo = `UPDATE ledger.balance b SET balance_minor = (SELECT sum(amount_minor) FROM ledger.posting p WHERE p.account_id = b.account_id)`;

  test('is found by the weekly check, with the affected account', async () => {
    await tamperWith(app, aCentLess);
    expect(kindsFound(await runNightlyCheck(1))).toEqual([]);
    const check = await runNightlyCheck(7);
    expect(check.isFull).toBe(true);
    expect(kindsFound(check)).toEqual(['balance-off', 'gift-charge-off', 'history-changed', 'transaction-unbalanced']);
    expect(
      await app.db.query(`SELECT about, expected_minor::int AS expected, found_minor::int AS found
        FROM fundraising.discrepancy WHERE kind = 'history-changed'`),
    ).toEqual([{ about: `account:fund:${campaignId}:USD`, expected: -5000, found: -5001 }]);
  });

  test('is found the next night if the balances were adjusted too', async () => {
    await tamperWith(app, aCentLess);
    await tamperWith(app, totalsToo);
    const check = await runNightlyCheck(1);
    expect(check.isFull).toBe(false);
    expect(kindsFound(check)).toEqual(['balance-off', 'progress-intended-off']);
  });

  test.each([
    ['a date', `UPDATE ledger.transaction SET happened_at = happened_at - interval '1 year' WHERE kind = 'charge'`],
    ['the numbers of postings', 'UPDATE ledger.posting SET n = n + 10'],
  ])('detects a change of %s only by the digest of the weekly check', async (_what, sql) => {
    await tamperWith(app, sql);
    expect(kindsFound(await runNightlyCheck(1))).toEqual([]);
    expect((await runNightlyCheck(7)).findings).toEqual([{ kind: 'history-changed', count: 1 }]);
    // The next full check starts from the current state, so it reports nothing new.
    expect((await runNightlyCheck(14)).agrees).toBe(true);
  });
});

describe('an interrupted check', () => {
  const checkpoint = async () => app.db.query('SELECT * FROM fundraising.ledger_checkpoint');

  test('records nothing, and the next one starts from the same checkpoint', async () => {
    await tamperWith(app, forgedSql);
    const before = await checkpoint();
    await root.query('BEGIN; LOCK TABLE fundraising.ledger_checked_sum IN EXCLUSIVE MODE');
    const cut = expect(runNightlyCheck(1)).rejects.toThrow();
    await eventually(async () => {
      const ended = await runBypassingTriggers(
        app,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%ledger_checked_sum%'`,
      );
      return ended.length > 0;
    });
    await root.query('ROLLBACK');
    await cut;
    expect(await checkpoint()).toEqual(before);
    expect(kindsFound(await runNightlyCheck(1))).toEqual(['balance-off', 'transaction-unbalanced']);
  });

  test('checks new transactions on worker shutdown, and everything in the next run', async () => {
    app.clock.set(new Date(evening.valueOf() + days(7)));
    await app.runJob('check-ledger', AbortSignal.abort());
    expect(await runLastCheck()).toMatchObject({
      isFull: false,
      at: app.clock.now().toISOString(),
      lastFullAt: evening.toISOString(),
    });
    app.clock.advance(3_600_000);
    await app.runJob('check-ledger');
    expect(await runLastCheck()).toMatchObject({ isFull: true, lastFullAt: app.clock.now().toISOString() });
  });
});

test('keeps the checkpoint while more findings exist than are stored', async () => {
  await tamperWith(
    app,
    `INSERT INTO ledger.transaction (kind, external_ref, happened_at, posted_at)
     SELECT 'line', 'line:empty-' || n, now(), now() FROM generate_series(1, 1001) n`,
  );
  await waitUntilPosted();
  for (const n of [1, 2])
    expect((await runNightlyCheck(n)).findings).toEqual([{ kind: 'transaction-empty', count: 1001 }]);
});

test('reads everything once after a restore into another PostgreSQL cluster', async () => {
  // Transaction numbers start over in a new cluster, so restored rows have higher numbers than new ones for years.
  await tamperWith(app, 'UPDATE fundraising.ledger_checkpoint SET cluster = cluster + 1');
  await tamperWith(app, 'UPDATE ledger.transaction SET posted_in = posted_in + 1000000000');
  await tamperWith(app, 'UPDATE fundraising.balance_transaction SET kept_in = kept_in + 1000000000');
  expect(await runNightlyCheck(1)).toMatchObject({ agrees: true, isFull: true, transactions: 2 });
  await anotherGift();
  await tamperWith(app, forgedSql);
  const second = await runNightlyCheck(2);
  expect(second).toMatchObject({ isFull: false, transactions: 3 });
  expect(kindsFound(second)).toEqual(['balance-off', 'transaction-unbalanced']);
});
