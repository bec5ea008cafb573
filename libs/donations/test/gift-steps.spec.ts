import { violatedConstraint, type Tx } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { inOwnerTransaction } from '@upstander/tests/support/tampering.js';

/** Statuses of gifts. The database enforces the allowed transitions. */
const unpaid = ['pending', 'processing', 'failed', 'expired'];
const allStatuses = [...unpaid, 'paid', 'partly_refunded', 'refunded', 'disputed', 'lost', 'cancelled'];
const pairs = allStatuses.flatMap((from) => allStatuses.filter((to) => to !== from).map((to) => [from, to] as const));

let app: TestApp;
let giftId: string;
beforeAll(async () => {
  app = await startApp();
  giftId = (await aPaidGift(app.db)).id;
});
afterAll(() => app.close());

/** Moves a gift between statuses, rolls back, and returns the constraint that rejected it, if any. */
async function findRejectingConstraint(
  [from, to]: readonly [string, string],
  guarded: boolean,
): Promise<string | null> {
  const rollback = new Error('undone');
  let refusal: string | null = null;
  const guard = (tx: Pick<Tx, 'query'>, verb: string) =>
    tx.query(`ALTER TABLE fundraising.gift ${verb} TRIGGER gift_check_status`);
  const put = (tx: Pick<Tx, 'query'>, status: string) =>
    tx.query('UPDATE fundraising.gift SET status = $2, paid_at = $3 WHERE id = $1', [
      giftId,
      status,
      unpaid.includes(status) ? null : app.clock.now(),
    ]);
  await inOwnerTransaction(app, async (tx) => {
    await guard(tx, 'DISABLE');
    await put(tx, from);
    if (guarded) await guard(tx, 'ENABLE');
    await put(tx, to).catch((error: unknown) => (refusal = violatedConstraint(error) ?? String(error)));
    throw rollback;
  }).catch((error: unknown) => {
    if (error !== rollback) throw error;
  });
  return refusal;
}

test('allows exactly the documented status transitions of a gift', async () => {
  const steps = await app.db.query<{ step: string }>(
    `SELECT from_status || ' ' || to_status AS step FROM platform.status_change WHERE noun = 'gift'`,
  );
  const allowed = new Set(steps.map(({ step }) => step));
  const takenSteps: string[] = [];
  for (const pair of pairs) if ((await findRejectingConstraint(pair, true)) === null) takenSteps.push(pair.join(' '));
  expect(new Set(takenSteps)).toEqual(allowed);
  // Transitions that must never be allowed: received money can't be forgotten, and reversals are final.
  for (const invalidPair of ['paid pending', 'paid expired', 'refunded pending', 'lost failed', 'cancelled paid']) {
    expect(allowed).not.toContain(invalidPair);
  }
});

test('control: allows every transition without the trigger', async () => {
  for (const pair of pairs) expect([pair, await findRejectingConstraint(pair, false)]).toEqual([pair, null]);
});

test('rejects a transition with the name of the constraint', async () => {
  expect(await findRejectingConstraint(['paid', 'pending'], true)).toBe('gift_step');
});
