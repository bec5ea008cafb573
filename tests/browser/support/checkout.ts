import type { Page } from 'playwright-core';
import type { SandboxHandle } from '@upstander/stripe-sandbox';

/** Result of the simulated card, as worded on the local Stripe's checkout page. */
export type SimulatedCard = 'Pay' | 'Be declined' | 'Have too little money';

export async function payWith(page: Page, stripe: SandboxHandle, card: SimulatedCard = 'Pay'): Promise<void> {
  await page
    .getByRole('radio', { name: new RegExp(`^${card}`) })
    .first()
    .check();
  await page.getByRole('button').click();
  await stripe.waitUntilSettled();
}

/** The page may load before the webhook and then ask to check again. */
export async function waitForThankYou(page: Page, stripe: SandboxHandle): Promise<void> {
  await page.waitForURL('**/thanks/**');
  await stripe.waitUntilSettled();
  const thankYouHeading = page.getByRole('heading', { level: 1, name: 'Thank you' });
  const checkAgainLink = page.getByRole('link', { name: 'Refresh' });
  await thankYouHeading.or(checkAgainLink).first().waitFor();
  if (await checkAgainLink.isVisible()) await checkAgainLink.click();
  await thankYouHeading.waitFor();
}
