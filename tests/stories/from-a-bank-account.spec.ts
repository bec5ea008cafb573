import { Desk } from '../support/campaigns.js';
import { usd } from '../support/finance.js';
import { aGiftInput, donate } from '../support/giving.js';
import { ledgerTable, removePadding } from '../support/ledger-table.js';
import { days } from '../support/movable-clock.js';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';
import { renderPendingEmails } from '../support/written-mails.js';

let desk: Desk;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let slug: string;

beforeAll(async () => {
  const started = await startAppWithStripe();
  ({ stripe, close } = started);
  started.app.clock.set('2026-10-20T18:00:00Z');
  desk = await Desk.of(started.app);
  ({ slug } = await desk.live({ goal: usd(1_000) }));
});
afterAll(() => close());
beforeEach(() => desk.app.db.query('DELETE FROM notifications.mail'));

async function givesFrom(card: string, parts: Record<string, unknown> = {}) {
  const input = aGiftInput(slug, { email: 'ana@example.org', ...parts });
  const { token, checkoutUrl } = (await donate(desk.app, input)).data.startDonation;
  const { status, url } = await stripe.pay(checkoutUrl, { card });
  expect(status).toBe('complete');
  return { token, url: url ?? '' };
}
const loadMyGift = async (token: string) =>
  desk.does<Record<string, unknown>>(
    'nobody',
    `query ($token: String!) { myGift(token: $token) { status failureCode failureMessage paidAt receipt { number } } }`,
    { token },
  );
const raised = async () =>
  (
    await desk.does<{ raised: { amountMinor: number } }>(
      'nobody',
      'query ($slug: String!) { campaign(slug: $slug) { raised { amountMinor } } }',
      { slug },
    )
  ).raised.amountMinor / 100;
const publicNames = async () =>
  JSON.stringify(
    await desk.does(
      'nobody',
      'query ($slug: String!) { campaignGifts(slug: $slug, first: 20) { edges { node { name } } } }',
      {
        slug,
      },
    ),
  );
const books = async () => removePadding(await ledgerTable(desk.app.db));
const daily = async () => {
  for (const job of ['expire-gifts', 'book-balance-transactions', 'issue-receipts'] as const)
    await desk.app.runJob(job);
};

test('a pending debit has no receipt, no thank-you and no money', async () => {
  const { token } = await givesFrom('bank_succeeds');
  expect(await loadMyGift(token)).toMatchObject({ status: 'PROCESSING', paidAt: null, receipt: null });
  await stripe.clock.advance(days(2));
  await daily();
  expect(await loadMyGift(token)).toMatchObject({ status: 'PROCESSING' });
  expect(await books()).toBe('');
  expect(await raised()).toBe(0);
  expect(await renderPendingEmails(desk.app)).toEqual([]);
  expect(await desk.app.db.query('SELECT FROM fundraising.receipt')).toEqual([]);

  await stripe.clock.advance(days(2));
  await daily();
  expect(await loadMyGift(token)).toMatchObject({
    status: 'PAID',
    paidAt: '2026-10-24T18:00:00.000Z',
    receipt: { number: expect.any(String) as string },
  });
  expect(await raised()).toBe(50);
  expect(await books()).toBe(
    removePadding(`
      stripe-balance   49.60
      fund            -50.00
      processing-fees   0.40
    `),
  );
  expect((await renderPendingEmails(desk.app)).map(({ template }) => template)).toContain('gift-thanks');
  const check = await desk.does<{ agrees: boolean }>('finance', 'mutation { runLedgerCheck { agrees } }');
  expect(check.agrees).toBe(true);
});

test('a failed debit sends the donor one email, and nothing is booked', async () => {
  const before = { books: await books(), raised: await raised() };
  const { token } = await givesFrom('bank_fails', { name: 'Carla Vega', email: 'carla@example.org' });
  await stripe.clock.advance(days(4));
  await daily();
  expect(await loadMyGift(token)).toMatchObject({
    status: 'FAILED',
    failureCode: 'insufficient_funds',
    failureMessage: 'There wasn’t enough money in the account.',
    receipt: null,
  });
  const mails = await renderPendingEmails(desk.app, { recipient: 'carla@example.org' });
  expect(mails.map(({ template, subject }) => [template, subject])).toEqual([
    ['gift-failed', 'Your gift didn’t go through'],
  ]);
  expect(mails[0]?.text.replace(/\s+/g, ' ')).toContain(
    'There wasn’t enough money in the account. You weren’t charged.',
  );
  expect(mails[0]?.text).toMatch(new RegExp(`/fundraisers/${slug}/give`));
  expect({ books: await books(), raised: await raised() }).toEqual(before);
  expect(await publicNames()).not.toContain('Carla');
});

test("the email is in the donor's language, and is sent once for repeated webhooks", async () => {
  const { token } = await givesFrom('bank_closed', { locale: 'ES', email: 'luz@example.org' });
  await stripe.clock.advance(days(4));
  for (const event of stripe.events().slice(-3)) await stripe.webhooks.resend(event);
  const mails = await renderPendingEmails(desk.app, { recipient: 'luz@example.org' });
  expect(mails.map(({ subject }) => subject)).toEqual(['No pudimos procesar tu donación']);
  expect(mails[0]?.text).toMatch(/La\s+cuenta\s+está\s+cerrada\./);
  expect(mails[0]?.text).toContain('give?lang=es');
  expect(await loadMyGift(token)).toMatchObject({ status: 'FAILED', failureCode: 'account_closed' });
});

test("without a webhook, the job for old gifts finds the bank's answer", async () => {
  stripe.webhooks.mode({ lose: true });
  const [paid, refused] = [
    await givesFrom('bank_succeeds'),
    await givesFrom('bank_unauthorized', { email: 'eva@example.org' }),
  ];
  await stripe.clock.advance(days(5));
  await desk.app.runJob('expire-gifts');
  stripe.webhooks.mode({});
  expect(await loadMyGift(paid.token)).toMatchObject({ status: 'PAID', paidAt: '2026-11-05T18:00:00.000Z' });
  expect(await loadMyGift(refused.token)).toMatchObject({ status: 'FAILED', failureCode: 'debit_not_authorized' });
  expect(
    (await renderPendingEmails(desk.app, { recipient: 'eva@example.org' })).map(({ template }) => template),
  ).toEqual(['gift-failed']);
});

test('a recurring gift takes cards only, since a failed first debit would surface days later', async () => {
  const monthly = aGiftInput(slug, { email: 'mia@example.org', frequency: 'MONTHLY' });
  const { checkoutUrl } = (await donate(desk.app, monthly)).data.startDonation;
  expect(await (await fetch(checkoutUrl)).text()).not.toContain('bank account');
  expect(await stripe.pay(checkoutUrl, { card: 'bank_succeeds' })).toMatchObject({ status: 'closed' });
  expect(await stripe.pay(checkoutUrl, { card: 'succeeds' })).toMatchObject({ status: 'complete' });
});

test('a declined card is reported on the page and not by email', async () => {
  const { checkoutUrl } = (await donate(desk.app, aGiftInput(slug, { email: 'dee@example.org' }))).data.startDonation;
  await stripe.pay(checkoutUrl, { card: 'declined' });
  expect(await renderPendingEmails(desk.app, { recipient: 'dee@example.org' })).toEqual([]);
});
