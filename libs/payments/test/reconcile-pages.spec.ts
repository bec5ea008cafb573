import { expectStripeBalance } from '@upstander/tests/support/agrees-with-stripe.js';
import type { TestApp } from '@upstander/tests/support/app.js';
import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { progressOf } from '@upstander/tests/support/gifts.js';
import { aGiftInput, donate } from '@upstander/tests/support/giving.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { startAppWithStripe, type SandboxHandle } from '@upstander/tests/support/stripe.js';

let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe());
});
afterAll(() => close());

test('reads two hundred balance transactions in two pages without duplicates', async () => {
  const campaign = await aCampaign(app.db);
  const started = [];
  for (let i = 0; i < 120; i += 1) started.push((await donate(app, aGiftInput(campaign.slug))).data.startDonation);
  for (const { checkoutUrl } of started) await stripe.pay(checkoutUrl, { settle: false });
  await stripe.waitUntilSettled();
  await stripe.clock.advance(hours(1));
  await app.runJob('book-balance-transactions');
  const [row] = await app.db.query<{ unknown: number }>(
    'SELECT count(*) FILTER (WHERE fee_minor IS NULL)::int AS unknown FROM fundraising.gift WHERE campaign_id = $1',
    [campaign.id],
  );
  expect(row!.unknown).toBe(0);
  expect(await progressOf(app.db, campaign.id)).toEqual({ count: 120, raised: 600_000, agrees: true });
  await expectStripeBalance(app, stripe);
});
