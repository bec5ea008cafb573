import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import type { SandboxHandle } from './stripe.js';

export interface BegunRecurringGift {
  id: string;
  token: string;
  subscriptionId: string;
  firstGiftId: string;
  email: string;
}

export interface RecurringGiftParts {
  amountMinor?: number;
  coverFee?: boolean;
  name?: string;
  email?: string;
  locale?: 'EN' | 'ES';
  anonymous?: boolean;
  /** Test card; by default one that works. */
  card?: string;
}

/** Creates a recurring gift on the site and pays its first month at the local Stripe. */
export async function aRecurringGift(
  app: TestApp,
  stripe: SandboxHandle,
  campaign: { slug: string },
  parts: RecurringGiftParts = {},
): Promise<BegunRecurringGift> {
  const email = parts.email ?? `${randomUUID()}@example.org`;
  const { data, errors } = await app.graphql<{ startDonation: { checkoutUrl: string; gift: { id: string } } }>(
    `mutation ($input: StartDonationInput!) { startDonation(input: $input) { checkoutUrl gift { id } } }`,
    {
      input: {
        campaignSlug: campaign.slug,
        amount: { amountMinor: parts.amountMinor ?? 1000, currency: 'USD' },
        frequency: 'MONTHLY',
        coverFee: parts.coverFee ?? false,
        anonymous: parts.anonymous ?? false,
        name: parts.name ?? 'Ana Reyes',
        email,
        locale: parts.locale ?? 'EN',
      },
    },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  await stripe.pay(data.startDonation.checkoutUrl, { email, card: parts.card ?? 'succeeds' });
  const firstGiftId = data.startDonation.gift.id;
  const [row] = await app.db.query<{ id: string; subscriptionId: string }>(
    'SELECT id, stripe_subscription_id AS "subscriptionId" FROM fundraising.recurring_gift WHERE first_gift_id = $1',
    [firstGiftId],
  );
  return { ...row!, firstGiftId, email, token: app.nest.get(SignedIds).sign('recurring-gift', row!.id) };
}

/** Returns the gifts of a recurring gift in order, as '<status> <intended>+<cover>'. */
export async function monthsOf(app: TestApp, recurringGiftId: string): Promise<string[]> {
  const rows = await app.db.query<{ status: string; intended: string; cover: string }>(
    `SELECT status, intended_minor AS intended, cover_minor AS cover FROM fundraising.gift WHERE recurring_gift_id = $1
     ORDER BY paid_at NULLS LAST, created_at`,
    [recurringGiftId],
  );
  return rows.map(({ status, intended, cover }) => `${status} ${intended}+${cover}`);
}

export async function recurringGiftRow(
  app: TestApp,
  recurringGiftId: string,
): Promise<{ status: string; charged: string; stopRequestedAt: Date | null; stoppedAt: Date | null; reading: string }> {
  const [row] = await app.db.query<Awaited<ReturnType<typeof recurringGiftRow>>>(
    `SELECT status, charged_minor AS charged, stop_requested_at AS "stopRequestedAt", stopped_at AS "stoppedAt", reading
     FROM fundraising.recurring_gift WHERE id = $1`,
    [recurringGiftId],
  );
  return row!;
}
