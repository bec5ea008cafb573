import type { Page } from 'playwright-core';
import type { SandboxHandle } from '../../support/local-stripe.js';

/** What the pretend card does, by the words on the pretend page of Stripe. */
export type PretendCard = 'Pay' | 'Be declined' | 'Have too little money';

/** Pays on the pretend page of Stripe as a tester does: picks what the card does and presses the button. */
export async function payWith(page: Page, stripe: SandboxHandle, card: PretendCard = 'Pay'): Promise<void> {
  await page
    .getByRole('radio', { name: new RegExp(`^${card}`) })
    .first()
    .check();
  await page.getByRole('button').click();
  await stripe.settled();
}

/** Waits for the thanks. On a busy machine the page may be quicker than the webhook, and then asks to look again. */
export async function thanked(page: Page, stripe: SandboxHandle): Promise<void> {
  await page.waitForURL('**/thanks/**');
  await stripe.settled();
  const thanks = page.getByRole('heading', { level: 1, name: 'Thank you' });
  const again = page.getByRole('link', { name: 'Look again' });
  await thanks.or(again).first().waitFor();
  if (await again.isVisible()) await again.click();
  await thanks.waitFor();
}
