import { startJudgedStripe } from './judged-stripe.js';
import { runScript, triggerScripts } from './play-script.js';

const excludedEvents: Record<string, string> = {
  'customer.discount.created': 'coupons: nobody gets a gift cheaper',
  'customer.discount.deleted': 'coupons',
  'customer.discount.updated': 'coupons',
  'customer.source.created': 'sources, which payment methods replaced: the product keeps none',
  'customer.source.updated': 'sources',
  'payment_intent.partially_funded': 'a cash balance of a customer, filled by a bank transfer in yen',
};

/** Scripts named differently from their final event. */
const finalEvents: Record<string, string> = {
  'subscription.payment_failed': 'invoice.payment_failed',
  'subscription.payment_succeeded': 'invoice.payment_succeeded',
};

const scripts = triggerScripts();

test('lists all omitted events', () => {
  expect(Object.keys(excludedEvents).filter((name) => !scripts.has(name))).toEqual([]);
  expect(scripts.size - Object.keys(excludedEvents).length).toBeGreaterThanOrEqual(64);
});

describe("Stripe's own scripts run and cause their event", () => {
  test.each([...scripts.keys()].filter((name) => !(name in excludedEvents)))('%s', async (name) => {
    // Scripts send requests without pauses, so disputes and bank answers must be immediate.
    const stripe = await startJudgedStripe({ settings: { disputeAfterSeconds: 0, bankAnswersAfterSeconds: 0 } });
    try {
      await runScript(stripe, scripts.get(name) ?? []);
      expect(stripe.events().map(({ type }) => type)).toContain(finalEvents[name] ?? name);
    } finally {
      await stripe.close();
    }
  });
});
