import { CardTesting } from '@upstander/donations';
import type { TestApp } from '@upstander/tests/support/app.js';
import { refusal } from '@upstander/tests/support/app.js';
import { aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { anEventOf, deliver } from '@upstander/tests/support/signed-events.js';
import { startAppWithStripe, type SandboxHandle } from '@upstander/tests/support/stripe.js';
import { solvePuzzle } from '@upstander/tests/support/visitors.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

const now = new Date('2026-12-01T20:00:00Z');
const minute = 60_000;
const startMutation = `mutation ($input: StartDonationInput!) { startDonation(input: $input) { checkoutUrl gift { id } } }`;
const challenge = `{ giftChallenge { required emailLinkRequired algorithm challenge salt signature maxNumber } }`;
const state = `breakerOpen underAttack startedLastHour declinedLastHour until`;

interface Challenge {
  required: boolean;
  emailLinkRequired: boolean;
  algorithm: string;
  challenge: string;
  salt: string;
  signature: string;
  maxNumber: number;
}

let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let campaign: { id: string; slug: string };
let finance: { cookie: string };
beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe());
  app.clock.set(now);
  campaign = await aCampaign(app.db, { now });
  finance = await app.signedIn({ role: 'finance' });
});
afterAll(() => close());
beforeEach(async () => {
  await app.graphql(`mutation { resetCardTesting { ${state} } }`, {}, finance);
  await app.db.query('DELETE FROM fundraising.card_minute');
});

let person = 0;
const input = (parts: Record<string, unknown> = {}) => ({
  campaignSlug: campaign.slug,
  amount: { amountMinor: 500, currency: 'USD' },
  name: 'Ana Reyes',
  email: `ana-${(person += 1)}@example.org`,
  ...parts,
});
const startGift = (parts: Record<string, unknown> = {}) => app.graphql(startMutation, { input: input(parts) });
const flushCounts = () => app.nest.get(CardTesting).flushCounts();
const decline = async (times: number, object: Record<string, unknown> = {}) => {
  for (let n = 0; n < times; n += 1) {
    const failed = { id: `ch_${n}`, object: 'charge', status: 'failed', metadata: {}, description: null, ...object };
    expect(await deliver(app, anEventOf(app, 'charge.failed', failed))).toBe(200);
  }
  await flushCounts();
};
const showState = async () => {
  const { data } = await app.graphql<{ cardTesting: Record<string, unknown> }>(
    `{ cardTesting { ${state} } }`,
    {},
    finance,
  );
  return data.cardTesting;
};
const solveChallenge = async (): Promise<string> => {
  const { data } = await app.graphql<{ giftChallenge: Challenge }>(challenge);
  return solvePuzzle(data.giftChallenge);
};

test('normally needs no challenge and only counts gifts', async () => {
  expect(refusal(await startGift())).toBeNull();
  await flushCounts();
  expect(await showState()).toEqual({
    breakerOpen: false,
    underAttack: false,
    startedLastHour: 1,
    declinedLastHour: 0,
    until: null,
  });
  const { data } = await app.graphql<{ giftChallenge: Challenge }>(challenge);
  expect(data.giftChallenge).toMatchObject({ required: false, emailLinkRequired: false });
});

test('detects an attack at ten declined cards', async () => {
  await decline(9);
  expect(refusal(await startGift())).toBeNull();
  await decline(1);
  expect(await showState()).toMatchObject({ underAttack: true, breakerOpen: false, declinedLastHour: 10 });
  expect(refusal(await startGift())).toBe('CHALLENGE_NEEDED');
});

test('tolerates ten declined cards among thirty paid gifts; unpaid gifts do not count', async () => {
  for (let n = 0; n < 30; n += 1) await aPaidGift(app.db, { campaignId: campaign.id, paidAt: app.clock.now() });
  await decline(10);
  expect(await showState()).toMatchObject({ underAttack: false });
  await app.db.query(`UPDATE fundraising.gift SET created_at = created_at - interval '1 day'`);
  await decline(1);
  expect(await showState()).toMatchObject({ underAttack: true });
});

test('ignores declined renewals of recurring gifts', async () => {
  await decline(40, { description: 'Subscription update' });
  expect(await showState()).toMatchObject({ underAttack: false, declinedLastHour: 0 });
});

test('counts a card declined on the payment page', async () => {
  const startedGift = await app.graphql<{ startDonation: { checkoutUrl: string } }>(startMutation, { input: input() });
  await stripe.pay(startedGift.data.startDonation.checkoutUrl, { card: 'declined' });
  await flushCounts();
  expect(await showState()).toMatchObject({ declinedLastHour: 1 });
});

test('accepts each solved challenge once during an attack', async () => {
  await decline(10);
  const proof = await solveChallenge();
  expect(refusal(await startGift({ challenge: proof }))).toBeNull();
  expect(refusal(await startGift({ challenge: proof }))).toBe('SOLUTION_SPENT');
});

test('needs no second solution for a retry with the same key', async () => {
  await decline(10);
  const giftInput = input({ challenge: await solveChallenge(), idempotencyKey: 'one-gift' });
  const first = await app.graphql<{ startDonation: { gift: { id: string } } }>(startMutation, { input: giftInput });
  const repeatedAnswer = await app.graphql<{ startDonation: { gift: { id: string } } }>(startMutation, {
    input: giftInput,
  });
  expect(repeatedAnswer.data.startDonation.gift.id).toBe(first.data.startDonation.gift.id);
});

test('does not spend the solution of a rejected gift', async () => {
  await decline(10);
  const proof = await solveChallenge();
  expect(refusal(await startGift({ challenge: proof, amount: { amountMinor: 1, currency: 'USD' } }))).toBe(
    'GIFT_TOO_SMALL',
  );
  expect(refusal(await startGift({ challenge: proof }))).toBeNull();
});

test('rejects forged, modified and expired solutions', async () => {
  await decline(10);
  const proof = await solveChallenge();
  const parts = JSON.parse(Buffer.from(proof, 'base64').toString()) as Record<string, unknown>;
  const changeSolution = (change: Record<string, unknown>) =>
    Buffer.from(JSON.stringify({ ...parts, ...change })).toString('base64');
  const salt = String(parts['salt']);
  const later = salt.replace(/expires=\d+/, 'expires=9999999999');
  for (const invalidChallenge of [
    'nonsense',
    Buffer.from('null').toString('base64'),
    changeSolution({ number: Number(parts['number']) + 1 }),
    changeSolution({ salt: later }),
    changeSolution({ signature: 'f'.repeat(64) }),
    changeSolution({ algorithm: 'SHA-1' }),
  ]) {
    expect(refusal(await startGift({ challenge: invalidChallenge }))).toBe('CHALLENGE_NEEDED');
  }
  app.clock.advance(14 * minute);
  expect(refusal(await startGift({ challenge: proof }))).toBeNull();
  await decline(10);
  const oldSolution = await solveChallenge();
  app.clock.advance(14 * minute);
  await decline(10);
  app.clock.advance(7 * minute);
  expect(refusal(await startGift({ challenge: oldSolution }))).toBe('CHALLENGE_NEEDED');
  app.clock.set(now);
});

test('accepts an emailed link instead of a solution, once and only for its address, without charging before', async () => {
  await decline(10);
  const giftInput = input({ message: 'For the beds.' });
  const mailed = await app.graphql(`mutation ($input: StartDonationInput!) { mailGiftLink(input: $input) { ok } }`, {
    input: giftInput,
  });
  expect(refusal(mailed)).toBeNull();
  expect(
    await app.db.query(
      'SELECT FROM fundraising.gift g JOIN fundraising.donor d ON d.id = g.donor_id WHERE d.email = $1',
      [giftInput.email],
    ),
  ).toEqual([]);
  const token = await mailedToken(giftInput.email);
  const mailedGift = await app.graphql<{ mailedGift: Record<string, unknown> }>(
    `query ($token: String!) { mailedGift(token: $token) { campaignSlug name email message amount { amountMinor } } }`,
    { token },
  );
  expect(mailedGift.data.mailedGift).toMatchObject({
    name: 'Ana Reyes',
    email: giftInput.email,
    message: 'For the beds.',
  });
  expect(refusal(await startGift({ challenge: token }))).toBe('SOLUTION_SPENT');
  expect(refusal(await app.graphql(startMutation, { input: { ...giftInput, challenge: token } }))).toBeNull();
  expect(refusal(await app.graphql(startMutation, { input: { ...giftInput, challenge: token } }))).toBe(
    'SOLUTION_SPENT',
  );
});

test('requires an emailed link when cards are tested by the dozen, even with a solved challenge', async () => {
  await decline(30);
  expect(await showState()).toMatchObject({ breakerOpen: true, underAttack: true });
  expect(refusal(await startGift({ challenge: await solveChallenge() }))).toBe('GIFTS_BY_MAIL_ONLY');
  const giftInput = input();
  await app.graphql(`mutation ($input: StartDonationInput!) { mailGiftLink(input: $input) { ok } }`, {
    input: giftInput,
  });
  const token = await mailedToken(giftInput.email);
  expect(refusal(await app.graphql(startMutation, { input: { ...giftInput, challenge: token } }))).toBeNull();
});

test('ends automatically when it is quiet, or earlier by finance', async () => {
  await decline(30);
  app.clock.advance(14 * minute);
  expect(await showState()).toMatchObject({ breakerOpen: true });
  app.clock.advance(2 * minute);
  expect(await showState()).toMatchObject({ breakerOpen: false, underAttack: false, until: null });
  expect(refusal(await startGift())).toBeNull();
  await decline(30);
  expect(refusal(await startGift())).toBe('GIFTS_BY_MAIL_ONLY');
  const reset = await app.graphql<{ resetCardTesting: unknown }>(
    `mutation { resetCardTesting { ${state} } }`,
    {},
    finance,
  );
  expect(reset.data.resetCardTesting).toMatchObject({ breakerOpen: false, underAttack: false });
  expect(refusal(await startGift())).toBeNull();
  app.clock.set(now);
});

test('deletes the data of gifts that were never started', async () => {
  const giftInput = input();
  await app.graphql(`mutation ($input: StartDonationInput!) { mailGiftLink(input: $input) { ok } }`, {
    input: giftInput,
  });
  const token = await mailedToken(giftInput.email);
  app.clock.advance(25 * 60 * minute);
  const mailedGift = await app.graphql<{ mailedGift: unknown }>(
    'query ($token: String!) { mailedGift(token: $token) { id } }',
    { token },
  );
  expect(mailedGift.data.mailedGift).toBeNull();
  await app.runJob('forget-challenges');
  await app.runJob('keep-retention');
  expect(await app.db.query('SELECT FROM fundraising.gift_link')).toEqual([]);
  expect(await app.db.query('SELECT FROM fundraising.spent_challenge')).toEqual([]);
  app.clock.set(now);
});

async function mailedToken(recipient: string): Promise<string> {
  const [mail] = await renderPendingEmails(app, { recipient, template: 'gift-link' });
  return /[?&]link=([A-Za-z0-9_-]+)/.exec(mail!.text)![1]!;
}
