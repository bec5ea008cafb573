import { startStripe, type SandboxHandle, payGift } from '@upstander/stripe-sandbox';

describe('the dashboard where a tester acts as bank and cardholder', () => {
  let stripe: SandboxHandle;
  beforeAll(async () => {
    stripe = await startStripe();
  });
  afterAll(() => stripe.close());

  const pressButton = (button: string, id = '', headers: Record<string, string> = {}) =>
    fetch(`${stripe.url}/`, {
      method: 'POST',
      body: new URLSearchParams({ what: button, id }),
      redirect: 'manual',
      headers,
    });
  const page = async () => (await fetch(`${stripe.url}/`)).text();

  test('one charge is refunded, another disputed and won, and the rest paid out', async () => {
    const [refunded, disputed] = [await payGift(stripe), await payGift(stripe)];
    expect((await pressButton('refund', refunded.id)).status).toBe(303);
    expect((await pressButton('refund', refunded.id)).status).toBe(400);
    expect(await page()).toContain('$25.00 refunded');

    await pressButton('dispute', disputed.id);
    const [dispute] = (await stripe.client.disputes.list()).data;
    await pressButton('win', dispute?.id);
    expect((await stripe.client.disputes.retrieve(dispute?.id ?? '')).status).toBe('won');

    await payGift(stripe, { amount: 10_000 });
    await pressButton('pay-out');
    const [payout] = (await stripe.client.payouts.list()).data;
    await pressButton('arrive', payout?.id);
    expect((await stripe.client.payouts.retrieve(payout?.id ?? '')).status).toBe('paid');
    expect(await page()).toContain('$0.00 <small>on the balance');
  });

  test('another site cannot press its buttons', async () => {
    const charge = await payGift(stripe);
    expect((await pressButton('refund', charge.id, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await stripe.client.charges.retrieve(charge.id)).refunded).toBe(false);
  });

  test('a tester turns faults on and off', async () => {
    const simulateProblems = (calls: string, webhooks: string) =>
      fetch(`${stripe.url}/`, { method: 'POST', body: new URLSearchParams({ what: 'trouble', calls, webhooks }) });
    await simulateProblems('Every third call fails', 'None comes until this is changed');
    expect(await page()).toMatch(/<option selected>Every third call fails[\s\S]*<option selected>None comes/);
    const attempts = Array.from({ length: 30 }, () =>
      stripe.sandbox.handle({
        method: 'GET',
        path: '/v1/balance',
        headers: { authorization: `Bearer ${stripe.secretKey}` },
        body: '',
      }),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.some((outcome) => typeof outcome === 'string' || outcome.status !== 200)).toBe(true);
    await simulateProblems('No call fails', 'Webhooks arrive');
    expect((await stripe.client.balance.retrieve()).object).toBe('balance');
    await simulateProblems('constructor', 'toString');
    expect(await page()).toMatch(/<option selected>No call fails[\s\S]*<option selected>Webhooks arrive/);
  });
});
