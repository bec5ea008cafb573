import { violatedConstraint, type Tx } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { inOwnersTransaction } from '@upstander/tests/support/tampering.js';

/** The states of a gift are a graph, and the database keeps to it whoever writes. */
const unpaid = ['pending', 'processing', 'failed', 'expired'];
const all = [...unpaid, 'paid', 'partly_refunded', 'refunded', 'disputed', 'lost', 'cancelled'];
const pairs = all.flatMap((from) => all.filter((to) => to !== from).map((to) => [from, to] as const));

let app: TestApp;
let giftId: string;
beforeAll(async () => {
  app = await startApp();
  giftId = (await aPaidGift(app.db)).id;
});
afterAll(() => app.close());

/** Moves a gift from one state to another, and undoes everything; answers what refused it. */
async function refusedBy([from, to]: readonly [string, string], guarded: boolean): Promise<string | null> {
  const undone = new Error('undone');
  let refused: string | null = null;
  const guard = (tx: Pick<Tx, 'query'>, verb: string) =>
    tx.query(`ALTER TABLE fundraising.gift ${verb} TRIGGER gift_check_status`);
  const put = (tx: Pick<Tx, 'query'>, status: string) =>
    tx.query('UPDATE fundraising.gift SET status = $2, paid_at = $3 WHERE id = $1', [
      giftId,
      status,
      unpaid.includes(status) ? null : app.clock.now(),
    ]);
  await inOwnersTransaction(app, async (tx) => {
    await guard(tx, 'DISABLE');
    await put(tx, from);
    if (guarded) await guard(tx, 'ENABLE');
    await put(tx, to).catch((error: unknown) => (refused = violatedConstraint(error) ?? String(error)));
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return refused;
}

test('a gift goes from state to state as the graph says, and no other way', async () => {
  const steps = await app.db.query<{ step: string }>(
    `SELECT from_status || ' ' || to_status AS step FROM platform.status_change WHERE noun = 'gift'`,
  );
  const allowed = new Set(steps.map(({ step }) => step));
  const taken: string[] = [];
  for (const pair of pairs) if ((await refusedBy(pair, true)) === null) taken.push(pair.join(' '));
  expect(new Set(taken)).toEqual(allowed);
  // What the graph must never hold: money that arrived is not forgotten, and what was taken back stays so.
  for (const never of ['paid pending', 'paid expired', 'refunded pending', 'lost failed', 'cancelled paid']) {
    expect(allowed).not.toContain(never);
  }
});

test('control: without the guard it goes every way', async () => {
  for (const pair of pairs) expect([pair, await refusedBy(pair, false)]).toEqual([pair, null]);
});

test('a gift is refused by the name of its guard', async () => {
  expect(await refusedBy(['paid', 'pending'], true)).toBe('gift_step');
});
