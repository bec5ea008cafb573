import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import type { TestApp } from './app.js';
import { aCampaign, aPaidGift } from './factories.fundraising.js';

const campaignIn = ({ app, chapter }: Place) => aCampaign(app.db, { chapterId: chapter.id });

async function giftIn(place: Place) {
  const { id } = await campaignIn(place);
  return aPaidGift(place.app.db, { campaignId: id });
}

async function receiptIn(place: Place): Promise<{ id: string; giftId: string; donorId: string }> {
  const gift = await giftIn(place);
  await place.app.runJob('issue-receipts');
  const [receipt] = await place.app.db.query<{ id: string }>('SELECT id FROM fundraising.receipt WHERE gift_id = $1', [
    gift.id,
  ]);
  return { id: receipt!.id, giftId: gift.id, donorId: gift.donorId };
}

const nodes = (answer: unknown) =>
  (answer as { edges: Array<{ node: { id: string } }> }).edges.map(({ node }) => node.id);
const token = ({ app }: Place, purpose: string, id: string) => app.nest.get(SignedIds).sign(purpose, id);
const period = { from: '2026-01-01', to: '2026-12-31' };

const checks = new WeakMap<TestApp, Promise<void>>();

export const accountingSamples: Record<string, MakeSample> = {
  ledgerAccounts: async (place) => {
    const { campaignId } = await giftIn(place);
    return {
      variables: { filter: { campaignId } },
      select: '{ id }',
      sees: (answer) => (answer as unknown[]).length > 0,
    };
  },
  ledgerTransactions: async (place) => {
    const { id } = await giftIn(place);
    return {
      variables: { filter: { subjectId: id } },
      select: '{ edges { node { id } } }',
      sees: (answer) => nodes(answer).length > 0,
    };
  },
  ledgerCheck: async ({ app }) => {
    // A run during another one returns immediately without results, so all callers share one.
    const check = checks.get(app) ?? app.runJob('check-ledger');
    checks.set(app, check);
    await check;
    return { select: '{ id }' };
  },
  moneyOverTime: async (place) => ({
    variables: { campaignId: (await campaignIn(place)).id, unit: 'MONTH', ...period },
  }),
  myGiving: async (place) => ({ variables: { token: token(place, 'giving', (await giftIn(place)).donorId) } }),
  receipts: async (place) => {
    const { id } = await receiptIn(place);
    return { select: '{ edges { node { id } } }', sees: (answer) => nodes(answer).includes(id) };
  },

  requestGivingLink: () => ({ variables: { input: { email: `${randomUUID()}@example.org` } } }),
  resendReceipt: async (place) => ({ variables: { input: { receiptId: (await receiptIn(place)).id } } }),
  runLedgerCheck: () => ({}),
  stopAppeals: async (place) => ({
    variables: { input: { token: token(place, 'stop-updates', (await giftIn(place)).donorId) } },
  }),
};

export const accountingRouteSamples: Record<string, MakeSample> = {
  'GET /receipts/:token.pdf': async (place) => ({
    path: `/receipts/${token(place, 'receipt', (await receiptIn(place)).id)}.pdf`,
  }),
  'GET /statements/:token.pdf': async (place) => {
    const year = new Date().getUTCFullYear();
    return { path: `/statements/${year}-${token(place, `statement-${year}`, (await giftIn(place)).donorId)}.pdf` };
  },
  'GET /exports/ledger.csv': () => ({ path: '/exports/ledger.csv' }),
  'GET /exports/gifts.csv': () => ({ path: '/exports/gifts.csv' }),
};
