import { campaignOperations as does, Desk, type ShownCampaign } from '../support/campaigns.js';
import { usd } from '../support/finance.js';
import { give } from '../support/giving.js';
import { ledgerTable, removePadding } from '../support/ledger-table.js';
import { refund } from '../support/money-people.js';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';

const now = new Date('2026-10-20T18:00:00Z');
let desk: Desk;
let stripe: SandboxHandle;
let close: () => Promise<void>;
let campaign: ShownCampaign;
const gifts: Record<string, { id: string; chargeId: string }> = {};

beforeAll(async () => {
  const started = await startAppWithStripe();
  ({ stripe, close } = started);
  started.app.clock.set(now);
  desk = await Desk.of(started.app);
  campaign = await desk.live({ title: 'Twelve beds', goal: usd(1000) });
});
afterAll(() => close());

const table = async () => removePadding(await ledgerTable(desk.app.db));
const lines = ['charged', 'fees', 'refunds', 'disputes', 'matched', 'net', 'disbursed', 'held'] as const;
type Line = (typeof lines)[number];

async function waterfall(): Promise<Record<Line, number>> {
  const money = lines.map((line) => `${line} { amountMinor }`).join(' ');
  const query = `query ($slug: String!) { campaign(slug: $slug) { waterfall { ${money} } } }`;
  const { waterfall: shown } = await desk.does<{ waterfall: Record<Line, { amountMinor: number }> }>('nobody', query, {
    slug: campaign.slug,
  });
  const dollars = Object.fromEntries(lines.map((line) => [line, shown[line].amountMinor / 100])) as Record<
    Line,
    number
  >;
  const cents = (line: Line) => shown[line].amountMinor;
  expect(cents('net')).toBe(cents('charged') - cents('fees') - cents('refunds') - cents('disputes') + cents('matched'));
  expect(cents('held')).toBe(cents('net') - cents('disbursed'));
  return dollars;
}
const expectedLines = (said: Partial<Record<Line, number>>) => ({
  ...Object.fromEntries(lines.map((line) => [line, 0])),
  ...said,
});
const raised = async () => {
  const query = 'query ($slug: String!) { campaign(slug: $slug) { raised { amountMinor } giftCount } }';
  return desk.does('nobody', query, { slug: campaign.slug });
};
const disbursable = async () => (await desk.does('finance', does.show, { id: campaign.id })).disbursable.amountMinor;

const record =
  'mutation ($input: RecordDisbursementInput!) { recordDisbursement(input: $input) { id status evidenceUrl } }';
const approve =
  'mutation ($input: DisbursementIdInput!) { approveDisbursement(input: $input) { id status evidenceUrl } }';
const pay = (amount: number, more: object = {}) => ({
  input: { campaignId: campaign.id, amount: usd(amount), paidOn: '2026-10-20', ...more },
});

test('three people give: $100 with the fee covered, $60, and $40 anonymously', async () => {
  const slug = campaign.slug;
  gifts['ana'] = await give(desk.app, stripe, { campaignSlug: slug, amount: usd(100), coverFee: true });
  gifts['ben'] = await give(desk.app, stripe, { campaignSlug: slug, amount: usd(60) });
  gifts['zoe'] = await give(desk.app, stripe, {
    campaignSlug: slug,
    amount: usd(40),
    name: 'Zoe Quill',
    anonymous: true,
  });
  expect(await table()).toBe(
    removePadding(`
      stripe-balance   203.30
      fund            -200.00
      fee-cover         -3.30
    `),
  );
  expect(await waterfall()).toEqual(expectedLines({ charged: 203.3, net: 203.3, held: 203.3 }));
  expect(await raised()).toEqual({ raised: { amountMinor: 20_000 }, giftCount: 3 });
  expect(await disbursable()).toBe(0);
  expect(await desk.refusal('finance', record, pay(1))).toBe('ABOVE_SETTLED_NET');
});

test('Stripe lists its fees: 2.9 % and 30 cents each', async () => {
  await desk.app.runJob('book-balance-transactions');
  expect(await table()).toBe(
    removePadding(`
      stripe-balance   196.50
      fund            -200.00
      fee-cover         -3.30
      processing-fees    6.80
    `),
  );
  expect(await waterfall()).toEqual(expectedLines({ charged: 203.3, fees: 6.8, net: 196.5, held: 196.5 }));
  expect(await disbursable()).toBe(19_650);
});

test('Ben is refunded $25 of his $60, and the fee is not returned', async () => {
  const answer = await refund(desk.app, { cookie: desk.cookie('finance')! }, gifts['ben']!.id, 2_500);
  expect(answer).toMatchObject({ gift: { status: 'PARTLY_REFUNDED' } });
  await stripe.waitUntilSettled();
  expect(await table()).toBe(
    removePadding(`
      stripe-balance   171.50
      fund            -200.00
      fee-cover         -3.30
      processing-fees    6.80
      refunded          25.00
    `),
  );
  expect(await waterfall()).toEqual(expectedLines({ charged: 203.3, fees: 6.8, refunds: 25, net: 171.5, held: 171.5 }));
  expect(await raised()).toEqual({ raised: { amountMinor: 17_500 }, giftCount: 3 });
});

test("the third donor's bank disputes the $40, takes a $15 fee, and wins", async () => {
  const { id } = await stripe.openDispute(gifts['zoe']!.chargeId);
  expect(await table()).toBe(
    removePadding(`
      stripe-balance   116.50
      dispute-reserve   40.00
      fund            -200.00
      fee-cover         -3.30
      processing-fees    6.80
      dispute-fees      15.00
      refunded          25.00
    `),
  );
  expect(await waterfall()).toEqual(
    expectedLines({ charged: 203.3, fees: 21.8, refunds: 25, disputes: 40, net: 116.5, held: 116.5 }),
  );
  // Still counted as raised while the dispute is open, but not disbursable.
  expect(await raised()).toEqual({ raised: { amountMinor: 17_500 }, giftCount: 3 });
  expect(await disbursable()).toBe(11_650);
  await stripe.closeDispute(id, 'lost');
  expect(await table()).toContain('disputes-lost 40.00');
  expect(await table()).not.toContain('dispute-reserve');
  expect((await waterfall()).held).toBe(116.5);
  expect(await raised()).toEqual({ raised: { amountMinor: 13_500 }, giftCount: 3 });
});

test('a sponsor pledges to match half, and pays later', async () => {
  const make = 'mutation ($input: CreateMatchingPoolInput!) { createMatchingPool(input: $input) { id } }';
  const pool = await desk.does<{ id: string }>('finance', make, {
    input: {
      campaignId: campaign.id,
      sponsorName: 'Harbor Bank',
      sponsorHidden: true,
      ratioPercent: 50,
      cap: usd(500),
      startsAt: '2026-10-20T00:00:00Z',
      endsAt: '2026-10-30T00:00:00Z',
    },
  });
  await desk.app.runJob('match-gifts');
  // Half of the remaining $135 of three gifts. Pledged money is shown but can't be disbursed.
  expect(await waterfall()).toEqual(
    expectedLines({ charged: 203.3, fees: 21.8, refunds: 25, disputes: 40, matched: 67.5, net: 184, held: 184 }),
  );
  expect(await disbursable()).toBe(11_650);
  const sponsor = 'mutation ($input: RecordSponsorPaymentInput!) { recordSponsorPayment(input: $input) { id } }';
  const received = { poolId: pool.id, amount: usd(67.5), receivedOn: '2026-10-20', reference: 'Wire 9' };
  await desk.does('finance', sponsor, { input: received });
  expect(await table()).toBe(
    removePadding(`
      stripe-balance   116.50
      bank              67.50
      fund            -200.00
      fee-cover         -3.30
      matched-received -67.50
      processing-fees    6.80
      dispute-fees      15.00
      refunded          25.00
      disputes-lost     40.00
    `),
  );
  expect(await disbursable()).toBe(18_400);
});

test('Stripe pays out, and the money is in the bank', async () => {
  await desk.app.runJob('book-balance-transactions');
  await stripe.payout();
  await desk.app.runJob('book-balance-transactions');
  expect(await table()).toBe(
    removePadding(`
      bank             184.00
      fund            -200.00
      fee-cover         -3.30
      matched-received -67.50
      processing-fees    6.80
      dispute-fees      15.00
      refunded          25.00
      disputes-lost     40.00
    `),
  );
});

test('more than the balance cannot be disbursed; $150 can, once a second person has checked the receipt', async () => {
  expect(await desk.refusal('finance', record, pay(184.01))).toBe('ABOVE_SETTLED_NET');
  const evidence = await fetch(`${desk.app.url}/files?purpose=evidence`, {
    method: 'POST',
    headers: { cookie: desk.cookie('finance')!, 'sec-fetch-site': 'same-origin', 'content-type': 'application/pdf' },
    body: '%PDF-1.4 wire 17',
  });
  const { id: evidenceFileId } = (await evidence.json()) as { id: string };
  const payment = await desk.does<{ id: string; evidenceUrl: string }>('finance', record, pay(150, { evidenceFileId }));
  expect((await fetch(`${desk.app.url}${payment.evidenceUrl}`)).status).toBe(404);
  expect(await desk.refusal('finance', approve, { input: { id: payment.id } })).toBe('SECOND_PERSON_NEEDED');
  await desk.does('second', approve, { input: { id: payment.id } });
  expect(await table()).toBe(
    removePadding(`
      bank              34.00
      fund            -200.00
      fee-cover         -3.30
      matched-received -67.50
      processing-fees    6.80
      dispute-fees      15.00
      refunded          25.00
      disputes-lost     40.00
      disbursed        150.00
    `),
  );
  expect(await waterfall()).toEqual(
    expectedLines({
      charged: 203.3,
      fees: 21.8,
      refunds: 25,
      disputes: 40,
      matched: 67.5,
      net: 184,
      disbursed: 150,
      held: 34,
    }),
  );
  const query = `query ($slug: String!) { campaign(slug: $slug) { waterfall { disbursements {
    amount { amountMinor } paidOn beneficiaryName evidenceUrl } } } }`;
  const page = await desk.does<{ waterfall: { disbursements: unknown } }>('nobody', query, { slug: campaign.slug });
  expect(page.waterfall.disbursements).toEqual([
    {
      amount: { amountMinor: 15_000 },
      paidOn: '2026-10-20',
      evidenceUrl: payment.evidenceUrl,
      beneficiaryName: "Women's Rights Group",
    },
  ]);
  expect(await (await fetch(`${desk.app.url}${payment.evidenceUrl}`)).text()).toBe('%PDF-1.4 wire 17');
});

test('the beneficiary can no longer be changed', async () => {
  const [partner] = await desk.app.db.query<{ id: string }>(
    `INSERT INTO fundraising.beneficiary (kind, name, created_at) VALUES ('partner', 'My pocket', $1) RETURNING id`,
    [now],
  );
  const change = 'UPDATE fundraising.campaign SET beneficiary_id = $2 WHERE id = $1';
  await expect(desk.app.db.query(change, [campaign.id, partner!.id])).rejects.toMatchObject({
    constraint: 'beneficiary_locked',
  });
});

test('the rest is disbursed, leaving nothing', async () => {
  const { id } = await desk.does<{ id: string }>('second', record, pay(34));
  await desk.does('finance', approve, { input: { id } });
  expect(await waterfall()).toMatchObject({ net: 184, disbursed: 184, held: 0 });
  expect(await table()).not.toContain('bank');
  expect(await desk.refusal('finance', record, pay(0.01))).toBe('ABOVE_SETTLED_NET');
});

test("the third donor's name appears nowhere", async () => {
  const everything = await desk.app.graphql<unknown>(
    `query ($slug: String!) { campaign(slug: $slug) { recentGifts { name } waterfall { disbursements { id } } updates { title } }
      campaignGifts(slug: $slug) { edges { node { name } } } }`,
    { slug: campaign.slug },
  );
  expect(JSON.stringify(everything)).not.toContain('Quill');
  expect(JSON.stringify(everything)).toContain('Ana R.');
});
