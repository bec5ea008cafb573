import { accountKinds, reversed, type TransactionDraft } from '@upstander/ledger';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { eventually } from '@upstander/tests/support/eventually.js';
import { draft, openLedger, findWrongTotals, type Side, type TestLedger } from '@upstander/tests/support/ledger.js';
import { lockWaits } from '@upstander/tests/support/locks.js';

let books: TestLedger;

beforeAll(async () => {
  books = await openLedger();
});
afterAll(() => books.close());

const balancesOf = async (owner: string) => Object.fromEntries((await books.ledger.balancesOf([owner])).get(owner)!);

test('the chart of accounts is the same in the code and in the database', async () => {
  const rows = await books.db.query<{ kind: string }>('SELECT kind FROM ledger.account_kind ORDER BY position');
  expect(rows.map(({ kind }) => kind)).toEqual([...accountKinds]);
});

describe('posting', () => {
  test('writes every posting and updates the balances', async () => {
    const campaign = randomUUID();
    const gift = {
      ...draft('charge:ch_1', ['stripe-balance', 5180], ['fund', -5000, campaign], ['fee-cover', -180, campaign]),
      subjectId: randomUUID(),
    };
    expect(await books.post(gift)).toEqual([true]);
    expect(await balancesOf(campaign)).toEqual({ fund: -5000n, 'fee-cover': -180n });
    const [entry, ...more] = await books.ledger.transactionsOf([gift.subjectId]);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      kind: 'charge',
      externalRef: 'charge:ch_1',
      subjectId: gift.subjectId,
      happenedAt: gift.happenedAt,
      postedAt: new Date('2026-12-01T12:00:00Z'),
      postings: [
        { kind: 'stripe-balance', ownerId: null, currency: 'USD', amountMinor: 5180n },
        { kind: 'fund', ownerId: campaign, currency: 'USD', amountMinor: -5000n },
        { kind: 'fee-cover', ownerId: campaign, currency: 'USD', amountMinor: -180n },
      ],
    });
    expect((await books.ledger.transactions([entry!.id]))[0]).toEqual(entry);
  });

  test('ignores a repeated reference, alone and within a batch', async () => {
    const campaign = randomUUID();
    const once = draft('charge:ch_2', ['stripe-balance', 100], ['fund', -100, campaign]);
    const other = draft('charge:ch_3', ['stripe-balance', 7], ['fund', -7, campaign]);
    expect(await books.post(once, once, other)).toEqual([true, false, true]);
    expect(await books.post(other, once)).toEqual([false, false]);
    expect(await balancesOf(campaign)).toEqual({ fund: -107n });
  });

  test('accepts an empty batch', async () => {
    expect(await books.post()).toEqual([]);
  });

  test('omits postings of zero', async () => {
    const campaign = randomUUID();
    await books.post(draft('charge:ch_4', ['stripe-balance', 9], ['fund', -9, campaign], ['fee-cover', 0, campaign]));
    expect(await balancesOf(campaign)).toEqual({ fund: -9n });
  });

  test('cancels out a transaction with its reversal and keeps both', async () => {
    const campaign = randomUUID();
    const refund = draft('refund:re_1', ['refunded', 40, campaign], ['stripe-balance', -40]);
    const back = reversed(refund, { externalRef: 'refund:re_1:failed', happenedAt: new Date('2026-12-02T00:00:00Z') });
    expect(back).toMatchObject({ kind: 'refund', happenedAt: new Date('2026-12-02T00:00:00Z') });
    expect(await books.post(refund, back)).toEqual([true, true]);
    expect(await balancesOf(campaign)).toEqual({ refunded: 0n });
  });

  test.each([
    [draft('x:1', ['bank', 5], ['stripe-balance', -4]), 'x:1 is off by 1 in USD.'],
    [draft('x:2', ['bank', 5], ['stripe-balance', -5, null, 'EUR']), 'x:2 is off by 5 in USD.'],
    [draft('x:3', ['bank', 0], ['stripe-balance', 0]), 'x:3 moves nothing.'],
    [draft('x:4'), 'x:4 moves nothing.'],
    [draft('x:5', ['bank', 5, null, 'usd'], ['stripe-balance', -5, null, 'usd']), 'x:5: usd is not a currency.'],
  ])('rejects an invalid draft before sending it', async (wrong, message) => {
    await expect(books.post(wrong)).rejects.toThrow(new RangeError(message));
  });

  test('converts currencies through the exchange account, so each sums to zero', async () => {
    const campaign = randomUUID();
    await books.post(
      draft(
        'charge:ch_mx',
        ['stripe-balance', 500, null, 'USD'],
        ['exchange', -500, null, 'USD'],
        ['exchange', 9000, null, 'MXN'],
        ['fund', -9000, campaign, 'MXN'],
      ),
    );
    expect(await balancesOf(campaign)).toEqual({ fund: -9000n });
    expect((await books.ledger.balancesOfOrganization('MXN')).get('exchange')).toBe(9000n);
    expect((await books.ledger.balancesOfOrganization('USD')).get('exchange')).toBe(-500n);
    await books.post(draft('charge:ch_us', ['stripe-balance', 5], ['fund', -5, campaign]));
    await expect(balancesOf(campaign)).rejects.toThrow(`${campaign} has fund in two currencies.`);
  });

  test('keeps every digit of amounts beyond the float range', async () => {
    const campaign = randomUUID();
    const much = 9_007_199_254_740_993n;
    await books.post(draft('charge:ch_big', ['bank', much], ['fund', -much, campaign]));
    expect(await balancesOf(campaign)).toEqual({ fund: -much });
  });

  test('returns empty balances for owners without accounts', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    expect(await books.ledger.balancesOf([one, two])).toEqual(
      new Map([
        [one, new Map()],
        [two, new Map()],
      ]),
    );
    expect(await books.ledger.transactionsOf([one])).toEqual([]);
  });

  test('leaves nothing after a rollback', async () => {
    const campaign = randomUUID();
    await expect(
      books.db.transaction(async (tx) => {
        expect(await books.ledger.post(tx, [draft('charge:ch_5', ['bank', 5], ['fund', -5, campaign])])).toEqual([
          true,
        ]);
        throw new Error('something else went wrong');
      }),
    ).rejects.toThrow('something else');
    expect(await balancesOf(campaign)).toEqual({});
    expect(await books.post(draft('charge:ch_5', ['bank', 5], ['fund', -5, campaign]))).toEqual([true]);
  });
});

// Concurrent postings wait for each other's references and balances. Lock cycles would abort one of them.
test('avoids a deadlock when one transaction posts twice', async () => {
  const campaign = randomUUID();
  const first = draft('charge:ch_6', ['stripe-balance', 50], ['fund', -50, campaign]);
  const told = draft('dispute:du_6:opened', ['dispute-reserve', 50, campaign], ['stripe-balance', -50]);
  // Both accounts exist, so the other transaction waits only for the reference and the balances.
  await books.post(draft('x:before', ['dispute-reserve', 1, campaign], ['stripe-balance', -1]));
  let other: Promise<boolean[]> = Promise.resolve([]);
  await books.db.transaction(async (tx) => {
    await books.ledger.post(tx, [first]);
    other = books.post(told);
    await eventually(async () => (await lockWaits(books)) > 0);
    expect(await books.ledger.post(tx, [told])).toEqual([true]);
  });
  expect(await other).toEqual([false]);
  expect(await balancesOf(campaign)).toEqual({ fund: -50n, 'dispute-reserve': 51n });
});

describe('posting in any order', () => {
  const owners = [randomUUID(), randomUUID(), randomUUID()];
  let n = 0;
  const side = fc.record({
    kind: fc.constantFrom(...accountKinds),
    owner: fc.option(fc.constantFrom(...owners), { nil: null }),
    amount: fc.bigInt({ min: 1n, max: 10_000n }),
  });
  const aDraft = fc.array(side, { minLength: 1, maxLength: 5 }).map((sides) => {
    n += 1;
    const debits: Side[] = sides.map(({ kind, owner, amount }) => [kind, amount, owner]);
    const sum = sides.reduce((total, { amount }) => total + amount, 0n);
    return draft(`any:${n}`, ...debits, ['bank', -sum]);
  });

  test('counts each transaction once in the balances, whether batched, shuffled, repeated or concurrent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aDraft, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        async (drafts, dice) => {
          const roll = (below: number) => Number(dice.next().value) % below;
          const before = await totals();
          // Each draft one to three times, shuffled, split into concurrent calls.
          const history = drafts.flatMap((each) => Array<TransactionDraft>(1 + roll(3)).fill(each));
          for (let i = history.length - 1; i > 0; i -= 1) {
            const j = roll(i + 1);
            [history[i], history[j]] = [history[j]!, history[i]!];
          }
          const calls: TransactionDraft[][] = [];
          while (history.length > 0) calls.push(history.splice(0, 1 + roll(4)));
          // All calls must settle before the next run, even if one fails.
          const answers = await Promise.allSettled(calls.map((call) => books.post(...call)));
          const posted = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : answer.reason));
          expect(posted.flat().filter((one) => one !== false)).toEqual(drafts.map(() => true));

          const expected = new Map(before);
          for (const { postings } of drafts) {
            for (const { kind, ownerId, amountMinor } of postings) {
              const key = `${kind}/${ownerId}`;
              expected.set(key, (expected.get(key) ?? 0n) + amountMinor);
            }
          }
          expect(await totals()).toEqual(expected);
          expect(await findWrongTotals(books.db)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  async function totals(): Promise<Map<string, bigint>> {
    const rows = await books.db.query<{ key: string; balance: string }>(
      `SELECT a.kind || '/' || coalesce(a.owner_id::text, 'null') AS key, b.balance_minor AS balance
       FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id WHERE a.currency = 'USD'`,
    );
    return new Map(rows.map(({ key, balance }) => [key, BigInt(balance)]));
  }
});
