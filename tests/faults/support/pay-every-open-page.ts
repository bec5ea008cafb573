import type { TestApp } from '../../support/app.js';
import { aGiftInput, donate } from '../../support/giving.js';
import type { SandboxHandle } from '../../support/stripe.js';

/** Faults are temporary: a failure after this many tries has another cause. */
const maxAttempts = 8;

/**
 * Simulates donors who don't give up. Like the site, each retries with the same key until there is a checkout page.
 * Then they pay on every page Stripe has open for the gift, like a donor who went back and forth.
 */
export async function payEveryOpenPage(
  { app, stripe }: { app: TestApp; stripe: SandboxHandle },
  { campaignSlug, count, atATime = 6 }: { campaignSlug: string; count: number; atATime?: number },
): Promise<{ gifts: string[]; refusals: number }> {
  const gifts: string[] = [];
  let refusals = 0;
  let remaining = count;
  const worker = async () => {
    while (remaining > 0) {
      remaining -= 1;
      const input = aGiftInput(campaignSlug, {
        coverFee: remaining % 2 === 0,
        amount: { amountMinor: 1_000 + remaining, currency: 'USD' },
      });
      const { id, attempt } = await payUntilAccepted(app, input);
      refusals += attempt;
      gifts.push(id);
      for (const url of openPages(stripe, id)) await stripe.pay(url, { settle: false });
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return { gifts, refusals };
}

async function payUntilAccepted(
  app: TestApp,
  input: Record<string, unknown>,
): Promise<{ id: string; attempt: number }> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const { data, errors } = await donate(app, input);
    if (!errors) return { id: data.startDonation.gift.id, attempt };
    const code = errors[0]?.extensions.code;
    if (code !== 'PAYMENTS_UNAVAILABLE') throw new Error(JSON.stringify(errors));
  }
  throw new Error('Stripe was never to be had.');
}

function openPages(stripe: SandboxHandle, giftId: string): string[] {
  return [...stripe.sandbox.store.all('checkout.session').oldestFirst()].flatMap(({ metadata, status, url }) =>
    metadata?.['gift_id'] === giftId && status === 'open' && url ? [url] : [],
  );
}
