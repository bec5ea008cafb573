import type { TestApp } from './app.js';
import { findWrongTotals } from './ledger.js';
import type { SandboxHandle } from './stripe.js';

/** Asserts that our ledger matches Stripe's balance and that totals equal the sums of their postings. */
export async function expectStripeBalance(app: TestApp, stripe: SandboxHandle): Promise<void> {
  const balance = await stripe.client.balance.retrieve();
  const stripeBalance = [...balance.available, ...balance.pending].reduce((total, { amount }) => total + amount, 0);
  const [row] = await app.db.query<{ n: number }>(
    `SELECT coalesce(sum(b.balance_minor), 0)::int AS n FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
     WHERE a.kind = 'stripe-balance'`,
  );
  expect(row!.n).toBe(stripeBalance);
  expect(await findWrongTotals(app.db)).toEqual([]);
}
