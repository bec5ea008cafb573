import type { TestApp } from '../app.js';
import type { Story } from './stories.js';

export interface StartedGift {
  id: string;
  checkoutUrl: string;
}

export async function startStoryGift(
  app: TestApp,
  campaignSlug: string,
  story: Story,
  n: number,
): Promise<StartedGift> {
  const answer = await app.graphql<{ startDonation: { checkoutUrl: string; gift: { id: string } } }>(
    `mutation ($input: StartDonationInput!) { startDonation(input: $input) { checkoutUrl gift { id } } }`,
    {
      input: {
        campaignSlug,
        amount: { amountMinor: story.amountMinor, currency: 'USD' },
        frequency: story.frequency,
        coverFee: true,
        name: 'Dana Donor',
        email: `dana.${n}@example.org`,
      },
    },
  );
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  const { gift, checkoutUrl } = answer.data.startDonation;
  return { id: gift.id, checkoutUrl };
}
