import { SignedIds } from '@upstander/platform';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';
import type { TestApp } from '../support/app.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { ledgerTable, removePadding } from '../support/ledger-table.js';
import { days } from '../support/movable-clock.js';
import { renderPendingEmails } from '../support/written-mails.js';

const hour = 3_600_000;
const start = new Date('2026-12-01T20:00:00Z');
const recurringGift = `id status intended { amountMinor } cover { amountMinor } charged { amountMinor } nextChargeAt stoppedAt
  stopRequested failureCode failureMessage campaignTitle gifts { status charged { amountMinor } }`;

interface ShownRecurringGift {
  id: string;
  status: string;
  nextChargeAt: string | null;
  gifts: Array<{ status: string; charged: { amountMinor: number } }>;
  [field: string]: unknown;
}

let app: TestApp;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let campaign: { id: string; slug: string };
let token: string;
beforeAll(async () => {
  ({ app, stripe, close } = await startAppWithStripe());
  app.clock.set(start);
  campaign = await aCampaign(app.db, { now: start });
});
afterAll(() => close());

const does = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
  const { data, errors } = await app.graphql<Record<string, T>>(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0]!;
};
const loadRecurringGift = () =>
  does<ShownRecurringGift>(`query ($token: String!) { myRecurringGift(token: $token) { ${recurringGift} } }`, {
    token,
  });
const books = async () => removePadding(await ledgerTable(app.db));
const gifts = () =>
  app.db.query<{ status: string; source: string; intended: number; cover: number; first: boolean }>(
    `SELECT g.status, g.source, g.intended_minor::int AS intended, g.cover_minor::int AS cover,
       g.id = p.first_gift_id AS first
     FROM fundraising.gift g JOIN fundraising.recurring_gift p ON p.id = g.recurring_gift_id ORDER BY g.paid_at`,
  );
const mails = async () =>
  (
    await app.db.query<{ template: string }>(
      `SELECT template FROM notifications.mail WHERE template LIKE 'recurring-gift-%' ORDER BY created_at, template`,
    )
  ).map(({ template }) => template);
test('a donor starts giving $10 a month with the fee covered, and the first month is charged immediately', async () => {
  const started = await does<{ checkoutUrl: string; gift: { status: string } }>(
    `mutation ($input: StartDonationInput!) { startDonation(input: $input) { checkoutUrl gift { status } } }`,
    {
      input: {
        campaignSlug: campaign.slug,
        amount: { amountMinor: 1000, currency: 'USD' },
        frequency: 'MONTHLY',
        coverFee: true,
        name: 'Ana Reyes',
        email: 'ana@example.org',
      },
    },
  );
  // This card works once.
  await stripe.pay(started.checkoutUrl, { email: 'ana@example.org', card: 'fails_later' });
  expect(await gifts()).toEqual([{ status: 'paid', source: 'site', intended: 1000, cover: 61, first: true }]);
  expect(await books()).toBe(
    removePadding(`
      stripe-balance   10.61
      fund            -10.00
      fee-cover        -0.61
    `),
  );
  const [row] = await app.db.query<{ id: string }>('SELECT id FROM fundraising.recurring_gift');
  token = app.nest.get(SignedIds).sign('recurring-gift', row!.id);
  expect(await loadRecurringGift()).toMatchObject({
    status: 'ACTIVE',
    charged: { amountMinor: 1061 },
    nextChargeAt: '2027-01-01T20:00:00.000Z',
    gifts: [{ status: 'PAID', charged: { amountMinor: 1061 } }],
  });
});

test('the bank declines the second month: the recurring gift shows the reason, and one email explains how to fix it', async () => {
  await stripe.clock.advance(days(31) + 2 * hour);
  expect(await loadRecurringGift()).toMatchObject({
    status: 'PAST_DUE',
    failureCode: 'generic_decline',
    failureMessage: 'The bank declined the payment without saying why.',
  });
  expect(await gifts()).toHaveLength(1);
  const [mail, ...others] = await renderPendingEmails(app, { template: 'recurring-gift-%' });
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ recipient: 'ana@example.org', subject: 'We couldn’t charge your recurring gift' });
  expect(mail!.text).toContain(`/recurring-gift/${token}`);
});

test("by that link, the donor adds another card on Stripe's page, which pays the month and restores the recurring gift", async () => {
  const { url } = await does<{ url: string }>(
    'mutation ($input: RecurringGiftTokenInput!) { recurringGiftPortal(input: $input) { url } }',
    {
      input: { token },
    },
  );
  const [subscription] = (await stripe.client.subscriptions.list()).data;
  const fields = { action: 'card', subscription: subscription!.id, card: 'succeeds' };
  await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  await stripe.clock.advance(days(4));
  expect(await loadRecurringGift()).toMatchObject({ status: 'ACTIVE', failureCode: null, failureMessage: null });
  expect(await gifts()).toEqual([
    { status: 'paid', source: 'site', intended: 1000, cover: 61, first: true },
    { status: 'paid', source: 'recurring_gift', intended: 1000, cover: 61, first: false },
  ]);
  expect(await books()).toBe(
    removePadding(`
      stripe-balance   21.22
      fund            -20.00
      fee-cover        -1.22
    `),
  );
});

test('the third month is recorded as one gift, whatever the number and order of webhooks', async () => {
  stripe.webhooks.mode({ duplicate: true, shuffle: true });
  await stripe.clock.advance(days(31));
  await stripe.waitUntilSettled();
  stripe.webhooks.mode({});
  for (const event of stripe.events()) await stripe.webhooks.resend(event);
  expect(await gifts()).toHaveLength(3);
  expect(await loadRecurringGift()).toMatchObject({ status: 'ACTIVE' });
  expect(await books()).toBe(
    removePadding(`
      stripe-balance   31.83
      fund            -30.00
      fee-cover        -1.83
    `),
  );
});

test('the donor changes to $25 without the fee, and the current month is not charged again', async () => {
  const changed = await does<ShownRecurringGift>(
    `mutation ($input: ChangeRecurringGiftInput!) { changeRecurringGift(input: $input) { ${recurringGift} } }`,
    { input: { token, amount: { amountMinor: 2500, currency: 'USD' }, coverFee: false } },
  );
  await stripe.waitUntilSettled();
  expect(changed).toMatchObject({ charged: { amountMinor: 2500 }, cover: { amountMinor: 0 }, status: 'ACTIVE' });
  expect(await gifts()).toHaveLength(3);
  expect(await mails()).toEqual(['recurring-gift-payment-failed', 'recurring-gift-changed']);
  await stripe.clock.advance(days(31));
  await stripe.waitUntilSettled();
  expect((await gifts()).at(-1)).toMatchObject({ intended: 2500, cover: 0, source: 'recurring_gift' });
});

test('two clicks end it: no further charge, one email, and repeating it changes nothing', async () => {
  const stop = `mutation ($input: StopRecurringGiftInput!) { stopRecurringGift(input: $input) { ${recurringGift} } }`;
  const stopped = await does<ShownRecurringGift>(stop, { input: { token, reason: 'I move away.' } });
  await stripe.waitUntilSettled();
  expect(stopped).toMatchObject({ status: 'STOPPED', stopRequested: false, nextChargeAt: null });
  expect(await does<ShownRecurringGift>(stop, { input: { token } })).toMatchObject({ status: 'STOPPED' });
  await stripe.clock.advance(days(62));
  await stripe.waitUntilSettled();
  expect(await gifts()).toHaveLength(4);
  expect(await mails()).toEqual(['recurring-gift-payment-failed', 'recurring-gift-changed', 'recurring-gift-stopped']);
  expect(await books()).toBe(
    removePadding(`
      stripe-balance   56.83
      fund            -55.00
      fee-cover        -1.83
    `),
  );
});
