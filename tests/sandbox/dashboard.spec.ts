import { startStripe, type SandboxHandle } from '../support/local-stripe.js';
import { aPaidGift } from './support/gifts.js';

describe('the page of the local Stripe where a tester plays bank and cardholder', () => {
  let stripe: SandboxHandle;
  beforeAll(async () => {
    stripe = await startStripe();
  });
  afterAll(() => stripe.close());

  const press = (what: string, id = '', headers: Record<string, string> = {}) =>
    fetch(`${stripe.url}/`, { method: 'POST', body: new URLSearchParams({ what, id }), redirect: 'manual', headers });
  const page = async () => (await fetch(`${stripe.url}/`)).text();

  test('a charge is refunded, another disputed and won, and the rest goes to the bank', async () => {
    const [refunded, disputed] = [await aPaidGift(stripe), await aPaidGift(stripe)];
    expect((await press('refund', refunded.id)).status).toBe(303);
    expect((await press('refund', refunded.id)).status).toBe(400);
    expect(await page()).toContain('$25.00 refunded');

    await press('dispute', disputed.id);
    const [dispute] = (await stripe.client.disputes.list()).data;
    await press('win', dispute?.id);
    expect((await stripe.client.disputes.retrieve(dispute?.id ?? '')).status).toBe('won');

    await aPaidGift(stripe, { amount: 10_000 });
    await press('pay-out');
    const [payout] = (await stripe.client.payouts.list()).data;
    await press('arrive', payout?.id);
    expect((await stripe.client.payouts.retrieve(payout?.id ?? '')).status).toBe('paid');
    expect(await page()).toContain('$0.00 <small>on the balance');
  });

  test('a page of another site presses no buttons', async () => {
    const charge = await aPaidGift(stripe);
    expect((await press('refund', charge.id, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await stripe.client.charges.retrieve(charge.id)).refunded).toBe(false);
  });
});
