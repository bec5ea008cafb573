import { startStripe, type SandboxHandle } from '../support/stripe.js';

describe('Checkout, through the real SDK', () => {
  let stripe: SandboxHandle;
  beforeAll(async () => {
    stripe = await startStripe();
  });
  afterAll(() => stripe.close());

  const open = (amount = 5_180) =>
    stripe.client.checkout.sessions.create({
      mode: 'payment',
      submit_type: 'donate',
      customer_email: 'ana@example.org',
      line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: amount, product_data: { name: 'Safe nights' } } }],
      payment_intent_data: { metadata: { gift_id: 'g1' } },
      success_url: 'http://127.0.0.1/thanks/token?session={CHECKOUT_SESSION_ID}',
      cancel_url: 'http://127.0.0.1/fundraisers/safe-nights',
    });

  test('a gift that is paid becomes a charge with its metadata, a movement with its fee, and events', async () => {
    const session = await open();
    expect(session.url).toContain(`/c/pay/${session.id}`);
    const paid = await stripe.pay(session.url as string);
    expect(paid).toEqual({ status: 'complete', url: `http://127.0.0.1/thanks/token?session=${session.id}`, message: null });

    const after = await stripe.client.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
    });
    expect(after).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      customer_details: { email: 'ana@example.org', name: 'Dana Donor' },
      line_items: { data: [{ description: 'Safe nights', amount_total: 5_180 }] },
      payment_intent: {
        status: 'succeeded',
        latest_charge: {
          amount: 5_180,
          metadata: { gift_id: 'g1' },
          balance_transaction: { amount: 5_180, fee: 180, net: 5_000, type: 'charge', status: 'pending' },
        },
      },
    });
    expect(stripe.events().map(({ type }) => type)).toEqual(
      expect.arrayContaining(['charge.succeeded', 'payment_intent.succeeded', 'charge.updated', 'checkout.session.completed']),
    );
  });
});
