import { Sandbox } from '@upstander/stripe-sandbox';
import { DemoClock } from './demo-clock.js';
import { advanceClock } from './play.js';

const minutes = (n: number) => n * 60_000;

test('delivers webhooks of the last two hours within a minute, so that Health shows no alarm', async () => {
  const end = new Date('2026-11-28T12:00:00Z');
  const clock = new DemoClock({ TIME_ZONE: 'UTC' }, new Date(end.valueOf() - minutes(300)));
  const webhooks: Array<{ type: string; seconds: number }> = [];
  const sandbox = new Sandbox({
    now: () => clock.now(),
    transport: async (_url, body) => {
      const { type, created } = JSON.parse(body) as { type: string; created: number };
      webhooks.push({ type, seconds: clock.now().valueOf() / 1000 - created });
      return 200;
    },
  });
  sandbox.call('POST /v1/webhook_endpoints', {
    url: 'https://volunteer.example.org/webhooks/stripe',
    enabled_events: ['*'],
  });
  const ago = (n: number) => new Date(end.valueOf() - minutes(n));
  await advanceClock({ sandbox, clock }, ago(100), end);
  // Stripe closes this unpaid session between two of the steps.
  sandbox.call('POST /v1/checkout/sessions', {
    mode: 'payment',
    success_url: 'https://volunteer.example.org/thanks',
    line_items: [
      { quantity: 1, price_data: { currency: 'usd', unit_amount: 2_500, product_data: { name: 'A gift' } } },
    ],
    expires_at: ago(45).valueOf() / 1000,
  });
  for (const step of [50, 20]) {
    await advanceClock({ sandbox, clock }, ago(step), end);
    sandbox.call('POST /v1/customers', { email: 'ana@example.org' });
  }
  await advanceClock({ sandbox, clock }, end, end);
  await sandbox.waitUntilSettled();
  await sandbox.close();
  expect(webhooks.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['checkout.session.expired', 'customer.created']),
  );
  expect(webhooks.filter(({ seconds }) => seconds > 60)).toEqual([]);
});
