import { randomUUID } from 'node:crypto';
import type { GraphqlAnswer, TestApp } from './app.js';
import { aCampaign, type CampaignParts } from './factories.fundraising.js';
import type { SandboxHandle } from './stripe.js';

export const startDonation = `mutation ($input: StartDonationInput!) {
  startDonation(input: $input) {
    gift { id status intended { amountMinor currency } cover { amountMinor } charged { amountMinor } frequency }
    checkoutUrl token
  }
}`;

export interface Started {
  startDonation: {
    gift: {
      id: string;
      status: string;
      intended: { amountMinor: number; currency: string };
      cover: { amountMinor: number };
      charged: { amountMinor: number };
      frequency: string;
    };
    checkoutUrl: string;
    token: string;
  };
}

export function aGiftInput(campaignSlug: string, parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    campaignSlug,
    amount: { amountMinor: 5_000, currency: 'USD' },
    name: 'Ana Reyes',
    email: `${randomUUID()}@example.org`,
    idempotencyKey: randomUUID(),
    ...parts,
  };
}

export function donate(app: TestApp, input: Record<string, unknown>): Promise<GraphqlAnswer<Started>> {
  return app.graphql<Started>(startDonation, { input });
}

/** Resolves once its webhooks are handled. */
export async function give(
  app: TestApp,
  stripe: SandboxHandle,
  parts: { campaignSlug?: string; campaign?: CampaignParts; card?: string } & Record<string, unknown> = {},
): Promise<{ id: string; token: string; chargeId: string; slug: string }> {
  const { campaign, card, campaignSlug, ...input } = parts;
  const slug = campaignSlug ?? (await aCampaign(app.db, campaign)).slug;
  const { data, errors } = await donate(app, aGiftInput(slug, input));
  if (errors) throw new Error(JSON.stringify(errors));
  const { gift, checkoutUrl, token } = data.startDonation;
  const answer = await stripe.pay(checkoutUrl, { card });
  if (answer.status !== 'complete') throw new Error(`The gift was not paid: ${JSON.stringify(answer)}`);
  return { id: gift.id, token, slug, chargeId: (await chargeOf(app, gift.id)) ?? '' };
}

export async function chargeOf(app: TestApp, giftId: string): Promise<string | null> {
  const [row] = await app.db.query<{ id: string | null }>(
    'SELECT charge_id AS id FROM fundraising.gift WHERE id = $1',
    [giftId],
  );
  return row?.id ?? null;
}
