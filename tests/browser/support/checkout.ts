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
