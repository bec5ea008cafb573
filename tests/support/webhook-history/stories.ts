import type Stripe from 'stripe';
import type { StartedGift } from './start-story-gift.js';
import type { SandboxHandle } from '../stripe.js';

/** An event sequence for one gift that happens only at Stripe and reaches us by webhooks. */
export interface Story {
  name: string;
  frequency: 'ONCE' | 'MONTHLY';
  amountMinor: number;
  play(stripe: SandboxHandle, gift: StartedGift): Promise<void>;
}

/** The longest month, plus the hours in which Stripe charges. */
const MONTH = 31 * 86_400_000 + 2 * 3_600_000;

async function payGift(stripe: SandboxHandle, gift: StartedGift, card = 'succeeds'): Promise<string> {
  await stripe.pay(gift.checkoutUrl, { card });
  const charge = stripe.events().findLast(({ type }) => type === 'charge.succeeded');
  return (charge?.data.object as Stripe.Charge).id;
}

export const stories: readonly Story[] = [
  {
    name: 'a gift',
    frequency: 'ONCE',
    amountMinor: 5_000,
    async play(stripe, gift) {
      await stripe.pay(gift.checkoutUrl, { card: 'declined' });
      await payGift(stripe, gift);
    },
  },
  {
    name: 'a gift refunded in two parts',
    frequency: 'ONCE',
    amountMinor: 10_000,
    async play(stripe, gift) {
      const charge = await payGift(stripe, gift);
      await stripe.refundInDashboard(charge, 3_000);
      await stripe.refundInDashboard(charge, 4_150);
    },
  },
  {
    name: 'a gift with a full refund that fails',
    frequency: 'ONCE',
    amountMinor: 2_500,
    async play(stripe, gift) {
      const charge = await payGift(stripe, gift);
      const { id } = await stripe.refundInDashboard(charge);
      await stripe.failRefund(id);
    },
  },
  {
    name: 'a won dispute',
    frequency: 'ONCE',
    amountMinor: 7_500,
    async play(stripe, gift) {
      const { id } = await stripe.openDispute(await payGift(stripe, gift));
      await stripe.closeDispute(id, 'won');
    },
  },
  {
    name: 'a partial refund and a lost dispute over the rest',
    frequency: 'ONCE',
    amountMinor: 20_000,
    async play(stripe, gift) {
      const charge = await payGift(stripe, gift);
      await stripe.refundInDashboard(charge, 5_005);
      const { id } = await stripe.openDispute(charge);
      await stripe.closeDispute(id, 'lost');
    },
  },
  {
    name: 'a payout that the bank returns',
    frequency: 'ONCE',
    amountMinor: 4_000,
    async play(stripe, gift) {
      await payGift(stripe, gift);
      const payout = await stripe.payout();
      if (payout) await stripe.failPayout(payout.id);
    },
  },
  // Must be last: it advances the clock, and checkout pages expire.
  {
    name: 'a recurring gift with a failed and recovered month, its end, and a payout',
    frequency: 'MONTHLY',
    amountMinor: 3_100,
    async play(stripe, gift) {
      await payGift(stripe, gift, 'fails_later');
      await stripe.clock.advance(MONTH);
      const [subscription] = (await stripe.client.subscriptions.list({ status: 'past_due' })).data;
      const id = subscription?.id ?? 'none';
      await stripe.client.subscriptions.update(id, { default_payment_method: 'pm_card_visa' });
      await stripe.clock.advance(4 * 86_400_000);
      await stripe.clock.advance(MONTH);
      await stripe.client.subscriptions.cancel(id);
      await stripe.payout();
      await stripe.clock.advance(4 * 86_400_000);
    },
  },
];
