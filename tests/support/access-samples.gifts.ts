import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aCampaign, aPaidGift } from './factories.fundraising.js';
import { aGiftInput } from './giving.js';
import { anAccount } from './people.js';
import { aCharge, anEventOf, signatureOf } from './signed-events.js';

const campaignIn = ({ app, chapter }: Place) => aCampaign(app.db, { chapterId: chapter.id });

// A cash gift, so that Stripe isn't needed to check permissions.
const giftIn = async (place: Place) =>
  aPaidGift(place.app.db, { campaignId: (await campaignIn(place)).id, method: 'cash' });
const tokenFor = async (place: Place) => place.app.nest.get(SignedIds).sign('gift', (await giftIn(place)).id);

const nodes = (answer: unknown) =>
  (answer as { edges: Array<{ node: { id: string } }> }).edges.map(({ node }) => node.id);
const edges = '{ edges { node { id } } }';

async function insertRow({ app }: Place, table: string, row: Record<string, unknown>): Promise<string> {
  const names = Object.keys(row);
  const [insertRow] = await app.db.query<{ id: string }>(
    `INSERT INTO fundraising.${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})
     RETURNING id`,
    Object.values(row),
  );
  return insertRow!.id;
}

const refundIn = async (place: Place) =>
  insertRow(place, 'refund', {
    gift_id: (await giftIn(place)).id,
    amount_minor: 1_000,
    intended_minor: 1_000,
    status: 'proposed',
    requested_by: (await anAccount(place.app.db)).id,
    requested_at: new Date(),
  });
const disputeIn = async (place: Place) =>
  insertRow(place, 'dispute', {
    gift_id: (await giftIn(place)).id,
    stripe_dispute_id: `du_${randomUUID()}`,
    amount_minor: 5_000,
    reason: 'fraudulent',
    status: 'needs_response',
    opened_at: new Date(),
  });
const warningIn = async (place: Place) =>
  insertRow(place, 'fraud_warning', {
    gift_id: (await giftIn(place)).id,
    stripe_warning_id: `issfr_${randomUUID()}`,
    fraud_type: 'misc',
    // The oldest, so that it's among those listed.
    warned_at: new Date(warningCount++),
  });
let warningCount = 0;
const payoutIn = (place: Place) =>
  insertRow(place, 'payout', {
    stripe_payout_id: `po_${randomUUID()}`,
    amount_minor: 5_000,
    currency: 'USD',
    status: 'paid',
    arrives_on: '2026-12-01',
    automatic: false,
    created_at: new Date(),
  });
const discrepancyIn = (place: Place) =>
  insertRow(place, 'discrepancy', { kind: 'unexplained-line', about: `line:${randomUUID()}`, found_at: new Date() });

export const giftSamples: Record<string, MakeSample> = {
  campaignGifts: async (place) => {
    const { slug, id: campaignId } = await campaignIn(place);
    const { id } = await aPaidGift(place.app.db, { campaignId });
    return { variables: { slug }, select: edges, sees: (answer) => nodes(answer).includes(id) };
  },
  discrepancies: async (place) => {
    const id = await discrepancyIn(place);
    return { select: edges, sees: (answer) => nodes(answer).includes(id) };
  },
  disputes: async (place) => {
    const id = await disputeIn(place);
    return { select: edges, sees: (answer) => nodes(answer).includes(id) };
  },
  fraudWarnings: async (place) => {
    const id = await warningIn(place);
    const sees = (answer: unknown) => (answer as Array<{ id: string }>).some((one) => one.id === id);
    return { variables: { open: true }, select: '{ id }', sees };
  },
  gifts: async (place) => {
    const { id } = await giftIn(place);
    return { variables: { filter: { text: id } }, select: edges, sees: (answer) => nodes(answer).includes(id) };
  },
  giftSums: async (place) => {
    const { id } = await giftIn(place);
    const sees = (answer: unknown) => (answer as unknown[]).length > 0;
    return { variables: { filter: { text: id } }, select: '{ count }', sees };
  },
  manageGift: async (place) => ({ variables: { id: (await giftIn(place)).id } }),
  moneyTasks: async (place) => {
    await refundIn(place);
    return { select: '{ kind }' };
  },
  giftDraft: async (place) => {
    const { campaignId, donorId } = await giftIn(place);
    const key = randomUUID();
    const parents = { campaign_id: campaignId, donor_id: donorId, name: 'Flo', method: 'stripe', source: 'site' };
    const amounts = { currency: 'USD', intended_minor: 5_000, charged_minor: 5_000 };
    const pendingGift = { ...parents, ...amounts, status: 'pending', idempotency_key: key, created_at: new Date() };
    const id = await insertRow(place, 'gift', pendingGift);
    return { variables: { token: place.app.nest.get(SignedIds).sign('gift', id), idempotencyKey: key } };
  },
  myGift: async (place) => ({ variables: { token: await tokenFor(place) } }),
  payout: async (place) => ({ variables: { id: await payoutIn(place) } }),
  payouts: async (place) => {
    const id = await payoutIn(place);
    return { select: edges, sees: (answer) => nodes(answer).includes(id) };
  },
  refundRequests: async (place) => {
    const id = await refundIn(place);
    const sees = (answer: unknown) => (answer as Array<{ id: string }>).some((one) => one.id === id);
    return { select: '{ id }', sees };
  },

  approveRefund: async (place) => ({ variables: { input: { id: await refundIn(place) } } }),
  confirmPayout: async (place) => {
    const bankAmount = { amountMinor: 5_000, currency: 'USD' };
    return { variables: { input: { id: await payoutIn(place), bankAmount, statementDate: '2026-01-02' } } };
  },
  declineRefund: async (place) => ({ variables: { input: { id: await refundIn(place), note: 'No.' } } }),
  undoPayoutConfirmation: async (place) => ({ variables: { input: { id: await payoutIn(place) } } }),
  dedicateGift: async (place) => ({
    variables: { input: { token: await tokenFor(place), kind: 'HONOUR', honoree: 'Rosa' } },
  }),
  handleFraudWarning: async (place) => ({
    variables: { input: { id: await warningIn(place), note: 'Looked at it.' } },
  }),
  refundGift: async (place) => ({ variables: { input: { giftId: (await giftIn(place)).id, reason: 'DUPLICATE' } } }),
  settleDiscrepancy: async (place) => ({ variables: { input: { id: await discrepancyIn(place), note: 'A slip.' } } }),
  startDonation: async (place) => ({ variables: { input: aGiftInput((await campaignIn(place)).slug) } }),
};

export const giftRouteSamples: Record<string, MakeSample> = {
  'POST /webhooks/stripe': ({ app }) => {
    const body = JSON.stringify(anEventOf(app, 'charge.succeeded', aCharge(app)));
    return { path: '/webhooks/stripe', body, headers: { 'stripe-signature': signatureOf(app, body) } };
  },
};
