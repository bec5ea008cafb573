import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign, aPage, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { aPendingGift } from '@upstander/tests/support/gifts.js';
import { aTreasurer, type Staff } from '@upstander/tests/support/money-people.js';

let app: TestApp;
let finance: Staff;
let organizer: Staff;
let campaign: { id: string; chapterId: string | null };

const at = (minute: number) => new Date(Date.UTC(2026, 9, 20, 18, minute));

interface ShownGift {
  id: string;
  name: string | null;
  email: string | null;
  donorId: string | null;
  anonymous: boolean;
  canSeeDonor: boolean;
  status: string;
}
interface Gifts {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: Array<{ node: ShownGift }>;
}
const query = `query ($filter: GiftFilter, $sort: GiftSort, $first: Int, $after: String) {
  gifts(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id name email donorId anonymous canSeeDonor status } } } }`;

const ask = async (staff: Staff, filter: object = {}, options: object = {}): Promise<Gifts> => {
  const { data, errors } = await app.graphql<{ gifts: Gifts }>(query, { filter, ...options }, staff);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.gifts;
};
const names = async (staff: Staff, filter: object = {}, options: object = {}) =>
  (await ask(staff, { campaignId: campaign.id, ...filter }, options)).edges.map(({ node }) => node.name);

/** Creates five gifts of one campaign, a minute apart. Zoe's is anonymous. */
beforeAll(async () => {
  app = await startApp();
  campaign = await aCampaign(app.db, { title: 'Twelve beds' });
  finance = await aTreasurer(app);
  organizer = await app.signedIn({ role: 'organizer', chapterId: campaign.chapterId });
  const defaults = { campaignId: campaign.id };
  await aPaidGift(app.db, {
    ...defaults,
    name: 'Ana Reyes',
    email: 'ana@first.example',
    intendedMinor: 2_000,
    paidAt: at(1),
  });
  await aPaidGift(app.db, {
    ...defaults,
    name: 'José Peña',
    email: 'jp@second.example',
    intendedMinor: 9_000,
    paidAt: at(2),
  });
  await aPaidGift(app.db, { ...defaults, name: 'Bo', method: 'cash', intendedMinor: 500, paidAt: at(3) });
  const secret = { name: 'Zoe Quill', email: 'zoe@quill.example', anonymous: true };
  await aPaidGift(app.db, { ...defaults, ...secret, intendedMinor: 7_000, paidAt: at(4) });
  await aPendingGift(app.db, {
    ...defaults,
    name: 'Ana Lind',
    email: 'lind@third.example',
    intendedMinor: 5_000,
    at: at(5),
  });
});
afterAll(() => app.close());

describe('the list of gifts', () => {
  test('is sorted by time or amount, page after page, without gaps or duplicates', async () => {
    const byTime = ['Ana Lind', 'Zoe Quill', 'Bo', 'José Peña', 'Ana Reyes'];
    expect(await names(finance)).toEqual(byTime);
    expect(await names(finance, {}, { sort: 'OLDEST' })).toEqual([...byTime].reverse());
    const bySize = ['José Peña', 'Zoe Quill', 'Ana Lind', 'Ana Reyes', 'Bo'];
    expect(await names(finance, {}, { sort: 'LARGEST' })).toEqual(bySize);
    for (const [sort, expectedOrder] of [
      ['NEWEST', byTime],
      ['LARGEST', bySize],
    ] as const) {
      const pages: Array<string | null> = [];
      let after: string | null = null;
      do {
        const page: Gifts = await ask(finance, { campaignId: campaign.id }, { sort, first: 2, after });
        expect(page.totalCount).toBe(5);
        pages.push(...page.edges.map(({ node }) => node.name));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(pages).toEqual(expectedOrder);
    }
  });

  test('is sorted by the displayed date, even if a gift was recorded much later', async () => {
    const { id } = await aCampaign(app.db, { chapterId: campaign.chapterId });
    const listNames = async (options: object = {}) =>
      (await ask(finance, { campaignId: id, ...options })).edges.map(({ node }) => node.name);
    const days = { 'Late record': 1, 'Middle card': 2, 'Early record': 3 };
    // The check from the first day is recorded last.
    for (const [name, day] of Object.entries(days).reverse()) {
      const gift = await aPaidGift(app.db, { campaignId: id, name, paidAt: new Date(Date.UTC(2026, 9, day, 19)) });
      if (day === 1) await app.db.query('UPDATE fundraising.gift SET created_at = $2 WHERE id = $1', [gift.id, at(50)]);
    }
    expect(await listNames()).toEqual(['Early record', 'Middle card', 'Late record']);
    expect(await listNames({ to: '2026-10-02T00:00:00Z' })).toEqual(['Late record']);
  });

  test("has totals of received and refunded amounts by currency, within the actor's chapters", async () => {
    const sums = async (who: Staff, filter: object) =>
      (
        await app.graphql<{ giftSums: unknown[] }>(
          `query ($filter: GiftFilter) { giftSums(filter: $filter) {
            count received { amountMinor currency } refunded { amountMinor } lost { amountMinor } } }`,
          { filter },
          who,
        )
      ).data.giftSums;
    const { id } = await aCampaign(app.db, { chapterId: campaign.chapterId });
    await aPaidGift(app.db, { campaignId: id, name: 'Ana Sum', intendedMinor: 2_000 });
    await aPaidGift(app.db, { campaignId: id, name: 'Bo Sum', intendedMinor: 500, method: 'cash' });
    await aPendingGift(app.db, { campaignId: id, intendedMinor: 9_000, at: at(5) });
    const zero = { refunded: { amountMinor: 0 }, lost: { amountMinor: 0 } };
    expect(await sums(finance, { campaignId: id })).toEqual([
      { count: 2, received: { amountMinor: 2_500, currency: 'USD' }, ...zero },
    ]);
    expect(await sums(finance, { campaignId: id, text: 'ana' })).toMatchObject([{ count: 1 }]);
    const foreignTreasurer = await aTreasurer(app, (await aCampaign(app.db)).chapterId);
    expect(await sums(foreignTreasurer, { campaignId: id })).toEqual([]);
  });

  test.each<[what: string, filter: object, found: string[]]>([
    ['status', { status: ['PENDING'] }, ['Ana Lind']],
    ['payment method', { method: ['CASH', 'CHEQUE'] }, ['Bo']],
    ['time', { from: at(2), to: at(4) }, ['Bo', 'José Peña']],
    ['minimum amount', { minimum: 7_000 }, ['Zoe Quill', 'José Peña']],
    ['anonymous gifts', { anonymous: true }, ['Zoe Quill']],
    ['named gifts', { anonymous: false, status: ['PAID'], method: ['STRIPE'] }, ['José Peña', 'Ana Reyes']],
    ['gifts of recurring gifts', { frequency: 'MONTHLY' }, []],
    ['one-time gifts', { frequency: 'ONCE', minimum: 9_000 }, ['José Peña']],
  ])('is filtered by %s', async (_what, filter, expectedNames) => {
    expect(await names(finance, filter)).toEqual(expectedNames);
    expect((await ask(finance, { campaignId: campaign.id, ...filter })).totalCount).toBe(expectedNames.length);
  });

  test.each<[what: string, text: string, found: string[]]>([
    ['part of a name, without accents', 'pena', ['José Peña']],
    ['part of an address', 'SECOND.exam', ['José Peña']],
    ['two words, in any order', 'reyes ana', ['Ana Reyes']],
    ['a name and part of the address', 'ana first', ['Ana Reyes']],
    ['two letters at the start of a name', 'an', ['Ana Lind', 'Ana Reyes']],
    ['two letters inside a name', 'na', []],
    ['SQL wildcards', '100%_', []],
    ['spaces only', '   ', ['Ana Lind', 'Zoe Quill', 'Bo', 'José Peña', 'Ana Reyes']],
    ['an unknown name', 'nobody at all', []],
  ])('is searched by %s', async (_what, text, expectedNames) => {
    expect(await names(finance, { text })).toEqual(expectedNames);
  });

  test("is searched by our IDs and by Stripe's", async () => {
    const gift = await aPaidGift(app.db);
    const donor = gift.donorId;
    for (const filter of [
      { text: gift.id },
      { text: gift.chargeId! },
      { text: gift.paymentIntentId! },
      { donorId: donor },
    ]) {
      expect((await ask(finance, filter)).edges.map(({ node }) => node.id)).toEqual([gift.id]);
    }
    expect((await ask(finance, { text: 'ch_0123456789abcdef' })).edges).toEqual([]);
    expect((await ask(finance, { text: 're_0123456789abcdef' })).edges).toEqual([]);
    const askInvalid = (filter: object, options: object = {}) => app.graphql(query, { filter, ...options }, finance);
    expect(refusal(await askInvalid({ donorId: 'nonsense' }))).toBe('BAD_INPUT');
    expect(refusal(await askInvalid({}, { after: 'nonsense' }))).toBe('BAD_INPUT');
    const afterSize = (await ask(finance, {}, { sort: 'LARGEST', first: 1 })).pageInfo.endCursor;
    expect(refusal(await askInvalid({}, { sort: 'NEWEST', after: afterSize }))).toBe('BAD_INPUT');
  });
});

describe('an organizer', () => {
  test('sees gifts without addresses or the names of anonymous donors', async () => {
    const { edges } = await ask(organizer, { campaignId: campaign.id });
    expect(edges.map(({ node }) => node.name)).toEqual(['Ana L.', null, 'Bo', 'José Peña', 'Ana Reyes']);
    expect(edges.every(({ node }) => !node.canSeeDonor && node.email === null && node.donorId === null)).toBe(true);
  });

  test.each(['quill', 'zo', 'zoe quill', 'zoe@quill', 'ana@first'])(
    'does not find hidden data by "%s"',
    async (text) => {
      expect(await names(organizer, { text })).toEqual([]);
      expect(await names(finance, { text })).toHaveLength(1);
    },
  );

  test('finds public names, and only gifts of their own chapters', async () => {
    expect(await names(organizer, { text: 'peña' })).toEqual(['José Peña']);
    const foreignGift = await aPaidGift(app.db, { name: 'José Far' });
    expect((await ask(organizer, { text: 'josé' })).edges.map(({ node }) => node.name)).toEqual(['José Peña']);
    expect((await ask(organizer, { text: foreignGift.id })).edges).toEqual([]);
    expect((await ask(organizer, { text: foreignGift.chargeId! })).totalCount).toBe(0);
    const details = 'query ($id: ID!) { manageGift(id: $id) { id } }';
    expect(refusal(await app.graphql(details, { id: foreignGift.id }, organizer))).toBe('NOT_FOUND');
    expect(refusal(await app.graphql(details, { id: 'nonsense' }, organizer))).toBe('NOT_FOUND');
  });

  test('sees the fundraising details of a gift, but nothing about the donor or Stripe', async () => {
    const page = await aPage(app.db, { campaignId: campaign.id, title: 'Ten miles' });
    const gift = await aPaidGift(app.db, {
      campaignId: campaign.id,
      pageId: page.id,
      anonymous: true,
      name: 'Zoe Quill',
      email: 'zoe@quill.example',
    });
    await app.db.query(
      `INSERT INTO fundraising.dedication (gift_id, kind, honouree, notify_name, notify_email, created_at)
       VALUES ($1, 'memory', 'Old Quill', 'Mother Quill', 'mother@quill.example', now())`,
      [gift.id],
    );
    await app.db.query(`UPDATE fundraising.gift SET employer_match_note = 'Quill Brothers match' WHERE id = $1`, [
      gift.id,
    ]);
    await app.runJob('issue-receipts');
    const details = `query ($id: ID!) { manageGift(id: $id) { name email pageTitle charged { amountMinor } employerMatchNote
      chargeId paymentIntentId donorGifts refundable { amountMinor } timeline { kind reference note actorName }
      ledger { externalRef } refunds { id } disputes { id } receipts { number pdfUrl } payout { id } dedication { honoree } } }`;
    const organizerView = await app.graphql<{ manageGift: object }>(details, { id: gift.id }, organizer);
    expect(organizerView.data.manageGift).toEqual({
      name: null,
      email: null,
      pageTitle: 'Ten miles',
      charged: { amountMinor: 5_000 },
      employerMatchNote: '',
      chargeId: null,
      paymentIntentId: null,
      donorGifts: 0,
      refundable: { amountMinor: 0 },
      timeline: [
        { kind: 'STARTED', reference: null, note: null, actorName: null },
        { kind: 'PAID', reference: null, note: null, actorName: null },
      ],
      ledger: [],
      refunds: [],
      disputes: [],
      receipts: [],
      payout: null,
      dedication: null,
    });
    const financeView = await app.graphql<{ manageGift: object }>(details, { id: gift.id }, finance);
    expect(financeView.data.manageGift).toMatchObject({
      name: 'Zoe Quill',
      email: 'zoe@quill.example',
      employerMatchNote: 'Quill Brothers match',
      donorGifts: 2,
      chargeId: gift.chargeId,
      refundable: { amountMinor: 5_000 },
      dedication: { honoree: 'Old Quill' },
    });
  });
});
