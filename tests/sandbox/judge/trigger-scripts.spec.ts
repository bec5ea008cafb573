import { startJudgedStripe } from './judged-stripe.js';
import { play, triggerScripts } from './play-script.js';

/** What the local Stripe leaves out, and why nobody here misses it. */
const leftOut: Record<string, string> = {
  'customer.discount.created': 'coupons: nobody gets a gift cheaper',
  'customer.discount.deleted': 'coupons',
  'customer.discount.updated': 'coupons',
  'customer.source.created': 'sources, which payment methods replaced: the product keeps none',
  'customer.source.updated': 'sources',
  'payment_intent.partially_funded': 'a cash balance of a customer, filled by a bank transfer in yen',
};

/** Scripts that are named otherwise than the event they end in. */
const endsIn: Record<string, string> = {
  'subscription.payment_failed': 'invoice.payment_failed',
  'subscription.payment_succeeded': 'invoice.payment_succeeded',
};

const scripts = triggerScripts();

test('what is left out is named, and is all there is of it', () => {
  expect(Object.keys(leftOut).filter((name) => !scripts.has(name))).toEqual([]);
  expect(scripts.size - Object.keys(leftOut).length).toBeGreaterThanOrEqual(64);
});

describe("Stripe's own scripts run through, and the event they are for happens", () => {
  test.each([...scripts.keys()].filter((name) => !(name in leftOut)))('%s', async (name) => {
    // Disputes and the answers of banks are there when a script asks for them: its requests follow each other at once.
    const stripe = await startJudgedStripe({ settings: { disputeAfterSeconds: 0, bankAnswersAfterSeconds: 0 } });
    try {
      await play(stripe, scripts.get(name) ?? []);
      expect(stripe.events().map(({ type }) => type)).toContain(endsIn[name] ?? name);
    } finally {
      await stripe.close();
    }
  });
});
