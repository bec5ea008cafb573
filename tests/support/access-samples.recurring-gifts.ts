import { StripeGateway } from '@upstander/payments';
import { CardTesting } from '@upstander/donations';
import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aCampaign, aPaidGift } from './factories.fundraising.js';
import { anAccount } from './people.js';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const hour = 3_600_000;
const day = (at: Date) => at.toISOString().slice(0, 10);
const receivedDay = () => day(new Date(Date.now() - 48 * hour));
const nodes = (answer: unknown) =>
  (answer as { edges: Array<{ node: { id: string } }> }).edges.map(({ node }) => node.id);
const ids = (answer: unknown) => (answer as Array<{ id: string }>).map(({ id }) => id);

const campaignIn = ({ app, chapter }: Place) => aCampaign(app.db, { chapterId: chapter.id });
const createAccountIn = async ({ app }: Place) => (await anAccount(app.db)).id;

async function recurringGiftIn(place: Place, status = 'active'): Promise<string> {
  const { campaignId, donorId } = await aPaidGift(place.app.db, { campaignId: (await campaignIn(place)).id });
  const [row] = await place.app.db.query<{ id: string }>(
    `INSERT INTO fundraising.recurring_gift (campaign_id, donor_id, name, currency, intended_minor, charged_minor, status,
       stripe_subscription_id, started_at, stopped_at, created_at)
     VALUES ($1, $2, 'Ana', 'USD', 1000, 1000, $3, $4, $5, CASE WHEN $3 = 'stopped' THEN $5::timestamptz END, $5)
     RETURNING id`,
    [campaignId, donorId, status, `sub_${randomUUID()}`, new Date()],
  );
  return row!.id;
}

const recurringGiftTokenIn = async (place: Place, status?: string) =>
  place.app.nest.get(SignedIds).sign('recurring-gift', await recurringGiftIn(place, status));

async function pledgeIn(place: Place): Promise<{ id: string; campaignId: string }> {
  const campaign = await campaignIn(place);
  const [row] = await place.app.db.query<{ id: string }>(
    `INSERT INTO fundraising.pledge (campaign_id, name, amount_minor, currency, status, recorded_by, recorded_at)
     VALUES ($1, 'Harbor Bank', 50000, 'USD', 'open', $2, $3) RETURNING id`,
    [campaign.id, await createAccountIn(place), new Date()],
  );
  return { id: row!.id, campaignId: campaign.id };
}

async function poolIn(place: Place): Promise<{ id: string; campaignId: string }> {
  const campaign = await campaignIn(place);
  const [row] = await place.app.db.query<{ id: string }>(
    `INSERT INTO fundraising.matching_pool (campaign_id, sponsor_name, ratio_percent, cap_minor, currency, starts_at,
       ends_at, created_at)
     VALUES ($1, 'Harbor Bank', 100, 10000, 'USD', $2, $3, $4) RETURNING id`,
    [campaign.id, new Date(Date.now() - hour), new Date(Date.now() + hour), new Date()],
  );
  return { id: row!.id, campaignId: campaign.id };
}

async function importIn(place: Place): Promise<string> {
  const owner = (place.own && place.caller.accountId) || (await createAccountIn(place));
  const [row] = await place.app.db.query<{ id: string }>(
    `INSERT INTO fundraising.gift_import (file_name, sha256, rows_total, status, imported_by, created_at)
     VALUES ('old.csv', '', 0, 'checked', $1, $2) RETURNING id`,
    [owner, new Date()],
  );
  return row!.id;
}

const offlineGift = async (place: Place) => ({
  campaignId: (await campaignIn(place)).id,
  method: 'CASH',
  amount: usd(500),
  name: 'Ana',
  receivedOn: receivedDay(),
});
const poolInput = (campaignId: string) => ({
  campaignId,
  sponsorName: 'Harbor Bank',
  cap: usd(10_000),
  startsAt: new Date(),
  endsAt: new Date(Date.now() + hour),
});
const typedGift = async (place: Place) => ({
  campaignSlug: (await campaignIn(place)).slug,
  amount: usd(500),
  name: 'Ana',
  email: `${randomUUID()}@example.org`,
});
const listSample =
  (select: string, sees: (answer: unknown, id: string) => boolean) => (variables: object, id: string) => ({
    variables: { ...variables },
    select,
    sees: (answer: unknown) => sees(answer, id),
  });
const connection = listSample('{ edges { node { id } } }', (answer, id) => nodes(answer).includes(id));
const list = listSample('{ id }', (answer, id) => ids(answer).includes(id));

export const recurringGiftSamples: Record<string, MakeSample> = {
  cardTesting: () => ({}),
  cashInHand: () => ({}),
  deposits: () => ({}),
  giftChallenge: () => ({}),
  giftImport: async (place) => ({ variables: { id: await importIn(place) } }),
  giftImports: async (place) => list({}, await importIn(place)),
  mailedGift: async ({ app }) => {
    const input = { campaignSlug: 'x', amount: usd(500), frequency: 'once', email: 'ana@example.org', name: 'Ana' };
    const [row] = await app.db.query<{ id: string }>(
      `INSERT INTO fundraising.gift_link (email, input, created_at, expires_at)
       VALUES ('ana@example.org', $1, $2, $3) RETURNING id`,
      [input, new Date(), new Date(Date.now() + hour)],
    );
    return { variables: { token: app.nest.get(SignedIds).sign('gift-link', row!.id) } };
  },
  manageRecurringGift: async (place) => ({ variables: { id: await recurringGiftIn(place) } }),
  matchingPools: async (place) => {
    const { id, campaignId } = await poolIn(place);
    return list({ campaignId }, id);
  },
  myRecurringGift: async (place) => ({ variables: { token: await recurringGiftTokenIn(place) } }),
  recurringGifts: async (place) => connection({ first: 100 }, await recurringGiftIn(place)),
  pledges: async (place) => {
    const { id, campaignId } = await pledgeIn(place);
    return connection({ campaignId }, id);
  },

  // Keeps the amount, so that Stripe isn't needed.
  changeRecurringGift: async (place) => ({
    variables: { input: { token: await recurringGiftTokenIn(place), amount: usd(1000) } },
  }),
  closeMatchingPool: async (place) => ({ variables: { input: { id: (await poolIn(place)).id } } }),
  createMatchingPool: async (place) => ({ variables: { input: poolInput((await campaignIn(place)).id) } }),
  keepPledge: async (place) => {
    const { id, campaignId } = await pledgeIn(place);
    return { variables: { input: { id, giftId: (await aPaidGift(place.app.db, { campaignId })).id } } };
  },
  mailGiftLink: async (place) => ({ variables: { input: await typedGift(place) } }),
  recurringGiftPortal: async (place) => {
    const { client } = place.app.nest.get(StripeGateway);
    Object.assign(client.subscriptions, { retrieve: () => Promise.resolve({ customer: 'cus_ana' }) });
    Object.assign(client.billingPortal.sessions, { create: () => Promise.resolve({ url: 'https://example.org/' }) });
    return { variables: { input: { token: await recurringGiftTokenIn(place) } } };
  },
  recordDeposit: async (place) => {
    await aPaidGift(place.app.db, { method: 'cash', intendedMinor: 100 });
    return { variables: { input: { amount: usd(100), depositedOn: receivedDay() } } };
  },
  recordOfflineGift: async (place) => ({ variables: { input: await offlineGift(place) } }),
  recordPledge: async (place) => ({
    variables: { input: { campaignId: (await campaignIn(place)).id, name: 'Ana', amount: usd(500) } },
  }),
  recordSponsorPayment: async (place) => {
    const { id, campaignId } = await poolIn(place);
    await aPaidGift(place.app.db, { campaignId, intendedMinor: 1_000 });
    await place.app.db.query('SELECT fundraising.match_gifts($1, $2, 10)', [id, new Date()]);
    return { variables: { input: { poolId: id, amount: usd(1_000), receivedOn: receivedDay() } } };
  },
  resetCardTesting: async ({ app }) => {
    await app.nest.get(CardTesting).flushCounts();
    return {};
  },
  runGiftImport: async (place) => ({ variables: { input: { id: await importIn(place) } } }),
  stopRecurringGift: async (place) => ({
    variables: { input: { token: await recurringGiftTokenIn(place, 'stopped') } },
  }),
  stopRecurringGiftByStaff: async (place) => ({
    variables: { input: { id: await recurringGiftIn(place, 'stopped'), note: 'Asked by phone.' } },
  }),
  updateMatchingPool: async (place) => ({
    variables: { input: { id: (await poolIn(place)).id, sponsorName: 'Bay Bank' } },
  }),
  withdrawPledge: async (place) => ({ variables: { input: { id: (await pledgeIn(place)).id } } }),
};

export const recurringGiftRouteSamples: Record<string, MakeSample> = {
  'POST /imports/gifts': async (place) => {
    const { slug } = await campaignIn(place);
    const file = `external_ref,campaign,name,method,amount,received_on\n${randomUUID()},${slug},Ana,cash,5,${receivedDay()}`;
    return { path: '/imports/gifts', body: file, headers: { 'content-type': 'text/csv' } };
  },
  'GET /imports/gifts-template.csv': async () => ({ path: '/imports/gifts-template.csv' }),
  'GET /imports/gifts/:id/refused.csv': async (place) => ({
    path: `/imports/gifts/${await importIn(place)}/refused.csv`,
  }),
};
