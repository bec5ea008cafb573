import { StartGifts } from '@upstander/donations';
import { paySession } from '@upstander/stripe-sandbox';
import { campaignIdeas } from '../fundraising/campaigns.js';
import type { DemoServer } from './demo-server.js';
import type { PlannedGift } from './planned-gifts.js';

/** Our service starts the gift, and the test card pays it. The rest follows by webhook. */
export async function giveOnline({ service, sandbox, clock }: DemoServer, gift: PlannedGift): Promise<string> {
  clock.set(gift.at);
  const { donor } = gift;
  const begun = await service(StartGifts).begin(
    {
      campaignSlug: campaignIdeas[gift.campaign].slug,
      pageSlug: gift.page,
      amountMinor: BigInt(gift.amountMinor),
      currency: 'USD',
      frequency: gift.monthly ? 'monthly' : 'once',
      coverFee: gift.coverFee,
      anonymous: gift.anonymous,
      shownAs: 'short_name',
      ...donor,
      message: gift.message,
      updatesWanted: gift.updatesWanted,
      employerMatchNote: '',
      key: null,
      hash: null,
    },
    { address: '127.0.0.1', challenge: null },
  );
  const session = begun.checkoutUrl.split('/').at(-1) as string;
  // Entering a card takes a while, so that simultaneous gifts don't coincide.
  if (gift.card !== 'nobody') paySession(sandbox.store, session, { card: gift.card, name: donor.name });
  return begun.gift.id;
}
