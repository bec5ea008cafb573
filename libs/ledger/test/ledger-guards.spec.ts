import { violatedConstraint, type Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { draft, openLedger, type TestLedger } from '@upstander/tests/support/ledger.js';
import { runAsOwner, inOwnerTransaction } from '@upstander/tests/support/tampering.js';

let books: TestLedger;
let db: Database;

beforeAll(async () => {
  books = await openLedger();
  db = books.db;
});
afterAll(() => books.close());

/** Returns the violated constraint, or null if the statement succeeded. */
async function findRefusal(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return violatedConstraint(error) ?? String(error);
  }
}

/** Runs a forbidden statement with its guard disabled and rolls back, as a negative control. */
async function withoutGuard(table: string, trigger: string, work: (query: Database['query']) => Promise<unknown>) {
  const undone = new Error('undone');
  let refused: string | null = null;
  await inOwnerTransaction(books, async (tx) => {
    await tx.query(`ALTER TABLE ledger.${table} DISABLE TRIGGER ${trigger}`);
    refused = await findRefusal(work((sql, params) => tx.query(sql, params)));
    // Deferred constraints must be checked before the rollback.
    refused ??= await findRefusal(tx.query('SET CONSTRAINTS ALL IMMEDIATE'));
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return refused;
}

async function aTransaction(): Promise<string> {
  const ref = `charge:${randomUUID()}`;
  await books.post(draft(ref, ['stripe-balance', 5000], ['fund', -5000, randomUUID()]));
  const [row] = await db.query<{ id: string }>('SELECT id FROM ledger.transaction WHERE external_ref = $1', [ref]);
  return row!.id;
}

const items = (...amounts: number[]) =>
  JSON.stringify([
    {
      ord: 0,
      kind: 'charge',
      ref: `charge:${randomUUID()}`,
      happened: new Date(),
      postings: amounts.map((amount, i) => ({
        kind: i === 0 ? 'stripe-balance' : 'fund',
        owner: i === 0 ? null : '0e6ac7a3-4c6e-4a70-9c9b-6f5d2f6f1a11',
        currency: 'USD',
        amount,
      })),
    },
  ]);
const post = 'SELECT * FROM ledger.post_transactions($1, $2)';

describe('append-only tables', () => {
  const changes = (id: string): Array<[table: string, guard: string, sql: string]> => [
    ['transaction', 'append_only', `UPDATE ledger.transaction SET kind = 'other' WHERE id = '${id}'`],
    ['transaction', 'append_only', `DELETE FROM ledger.transaction WHERE id = '${id}'`],
    ['transaction', 'append_only', 'TRUNCATE ledger.transaction'],
    ['posting', 'append_only', `UPDATE ledger.posting SET amount_minor = 1 WHERE transaction_id = '${id}'`],
    ['posting', 'append_only', `DELETE FROM ledger.posting WHERE transaction_id = '${id}'`],
    ['posting', 'append_only', 'TRUNCATE ledger.posting'],
    ['account', 'append_only', `UPDATE ledger.account SET currency = 'EUR'`],
    ['balance', 'never_gone', 'DELETE FROM ledger.balance'],
    ['balance', 'never_gone', 'TRUNCATE ledger.balance'],
  ];
  const each = changes('').map(([table, , sql], i) => [sql.split(' ')[0]!, table, i] as const);

  test.each(each.filter(([, table]) => table === 'transaction' || table === 'posting'))(
    'denies %s on ledger.%s even to the table owner',
    async (_verb, _table, i) => {
      const [, , sql] = changes(await aTransaction())[i]!;
      await expect(db.query(sql)).rejects.toMatchObject({ code: '42501' });
      await expect(runAsOwner(books, sql)).rejects.toMatchObject({ code: '42501' });
    },
  );

  // An owner could grant itself the privilege again, so a trigger backs it up.
  test.each(each)(
    'rejects %s on ledger.%s despite the privilege, unless the guard is disabled',
    async (_verb, table, i) => {
      const [, guard, sql] = changes(await aTransaction())[i]!;
      const withRight = (query: Database['query']) =>
        query(`GRANT UPDATE, DELETE, TRUNCATE ON ledger.${table} TO CURRENT_USER`).then(() => query(sql));
      expect(
        await findRefusal(inOwnerTransaction(books, (tx) => withRight((text, params) => tx.query(text, params)))),
      ).toBe('ledger_append_only');
      expect(await withoutGuard(table, guard, withRight)).toBeNull();
    },
  );
});

describe('balanced transactions', () => {
  test.each([
    ['that is off by a cent', [5000, -4999]],
    ['with one side only', [5000]],
    ['that moves nothing', [0, 0]],
  ])('rejects a transaction %s at commit, unless the guard is disabled', async (_what, amounts) => {
    const before = await db.query('SELECT count(*)::int AS n FROM ledger.transaction');
    expect(await findRefusal(db.query(post, [items(...amounts), new Date()]))).toBe('transaction_balances');
    expect(await db.query('SELECT count(*)::int AS n FROM ledger.transaction')).toEqual(before);
    const postUnguarded = (query: Database['query']) => query(post, [items(...amounts), new Date()]);
    expect(await withoutGuard('transaction', 'transaction_balances', postUnguarded)).toBeNull();
  });

  test('does not accept a sum across currencies', async () => {
    const mixed = items(5000, -5000).replace(/USD(?=","amount":-)/, 'EUR');
    expect(mixed).toContain('EUR');
    expect(await findRefusal(db.query(post, [mixed, new Date()]))).toBe('transaction_balances');
  });

  test('allow postings to be inserted one by one, but not after the transaction commits', async () => {
    const id = randomUUID();
    const [account] = await db.query<{ id: string }>(`SELECT id FROM ledger.account WHERE kind = 'stripe-balance'`);
    const posting = `INSERT INTO ledger.posting VALUES ($1, $2, $3, $4)`;
    await db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO ledger.transaction (id, kind, external_ref, happened_at, posted_at) VALUES ($1, 'x', $2, $3, $3)`,
        [id, `x:${id}`, new Date()],
      );
      await tx.query(posting, [id, 1, account!.id, 7]);
      await tx.query(posting, [id, 2, account!.id, -7]);
    });
    const insertLate = () => db.query(`${posting}, ($1, 4, $3, -5)`, [id, 3, account!.id, 5]);
    expect(await findRefusal(insertLate())).toBe('posting_belongs');
    const insertUnguarded = (query: Database['query']) => query(`${posting}, ($1, 4, $3, -5)`, [id, 3, account!.id, 5]);
    expect(await withoutGuard('posting', 'posting_belongs', insertUnguarded)).toBeNull();
  });

  test('require existing accounts and transactions', async () => {
    const id = await aTransaction();
    const [account] = await db.query<{ id: string }>(`SELECT id FROM ledger.account WHERE kind = 'stripe-balance'`);
    const insertLost = (transaction: string, to: string) =>
      db.query('INSERT INTO ledger.posting VALUES ($1, 9, $2, 5)', [transaction, to]);
    expect(await findRefusal(insertLost(randomUUID(), account!.id))).toBe('posting_belongs');
    expect(await findRefusal(insertLost(id, randomUUID()))).toBe('posting_belongs');
  });

  test('require account kinds of the chart', async () => {
    expect(await findRefusal(db.query(post, [items(5, -5).replace('fund', 'slush'), new Date()]))).toBe(
      'account_kind_fkey',
    );
  });
});
