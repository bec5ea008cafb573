import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aBeneficiary, aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { followLink } from '@upstander/tests/support/follow-link.js';
import { refundGift, mailsAbout, receiptsIn } from '@upstander/tests/support/receipts.js';

const now = new Date('2026-12-01T20:00:00Z');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ config: { PUBLIC_URL: 'http://help.example.org', POSTAL_ADDRESS: 'PO Box 1, Los Angeles' } });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(now));

const issue = () => app.runJob('issue-receipts');
const receiptsOf = async (giftId: string) => (await receiptsIn(app)).filter((receipt) => receipt.giftId === giftId);

describe('a receipt', () => {
  test('is issued for every paid gift, with an email that is a complete receipt', async () => {
    const gift = await aPaidGift(app.db, { email: 'ana@example.org', name: 'Ana Reyes', coverMinor: 180, paidAt: now });
    await issue();
    const [receipt, ...more] = await receiptsOf(gift.id);
    expect(more).toEqual([]);
    expect(receipt).toMatchObject({ amount: 5180, locale: 'en', void: null, replaces: null });
    const [mail, ...others] = await mailsAbout(app, gift.id);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ template: 'gift-thanks', recipient: 'ana@example.org', locale: 'en' });
    const { subject, text, html } = mail!.content!;
    expect(subject).toBe('Thank you: your receipt for $51.80');
    for (const word of [
      ...receipt!.content.statements,
      ...receipt!.content.facts.flat(),
      "Women's Rights Group",
      'PO Box 1, Los Angeles',
    ]) {
      expect(text.replace(/\s+/g, ' ')).toContain(word);
    }
    expect(html).toMatch(/http:\/\/help\.example\.org\/receipts\/[\w-]+\.pdf/);
    expect(html).toContain('http://help.example.org/giving/');
    expect(html).toContain('http://help.example.org/thanks/');
    expect(html).not.toContain('/recurring-gift/');
  });

  test('is in Spanish, including links, for donors who gave in Spanish', async () => {
    const gift = await aPaidGift(app.db, { locale: 'es', anonymous: true });
    await issue();
    const [mail] = await mailsAbout(app, gift.id);
    expect(mail!.content!.subject).toBe('Gracias: tu recibo por $50.00');
    expect(mail!.content!.text).toMatch(/giving\/[\w-]+\?lang=es/);
    expect(mail!.content!.text).toContain('donaste de forma anónima');
    expect(mail!.content!.text).not.toMatch(/\b(gift|receipt of|thank)\b/i);
  });

  test('is issued once, however often and concurrently the job runs', async () => {
    const gift = await aPaidGift(app.db);
    await Promise.all([issue(), issue(), issue()]);
    await issue();
    expect(await receiptsOf(gift.id)).toHaveLength(1);
    expect(await mailsAbout(app, gift.id)).toHaveLength(1);
  });

  test("names the beneficiary and the organization's tax number", async () => {
    await aBeneficiary(app.db);
    await app.db.query(`UPDATE fundraising.beneficiary SET registration_number = '95-1234567' WHERE kind = 'own'`);
    const partner = await aBeneficiary(app.db, { kind: 'partner', name: 'Harbor House' });
    const gift = await aPaidGift(app.db, { campaign: { beneficiaryId: partner.id } });
    await issue();
    const [receipt] = await receiptsOf(gift.id);
    expect(receipt!.content.facts).toContainEqual(['Beneficiary', 'Harbor House']);
    expect(JSON.stringify(receipt!.content)).toContain('Tax ID (EIN) 95-1234567');
  });

  test('discloses the deductible part of a payment that is partly for goods', async () => {
    const gift = await aPaidGift(app.db, {
      intendedMinor: 10_000,
      goodsValueMinor: 4_000,
      goodsDescription: 'a ticket',
    });
    await issue();
    const [receipt] = await receiptsOf(gift.id);
    expect(receipt!.content.statements.join(' ')).toContain('may be deductible: $60.00');
  });

  test('describes a gift in kind without an amount', async () => {
    const gift = await aPaidGift(app.db, { method: 'cash', intendedMinor: 0 });
    await app.db.query(
      `UPDATE fundraising.gift SET method = 'in_kind', in_kind_description = '40 wool blankets' WHERE id = $1`,
      [gift.id],
    );
    await issue();
    const [receipt] = await receiptsOf(gift.id);
    expect(receipt).toMatchObject({ amount: 0, content: { amount: null } });
    expect(receipt!.content.facts).toContainEqual(['What was given', '40 wool blankets']);
    const [mail] = await mailsAbout(app, gift.id);
    expect(mail!.content!.text).toContain('Your gift for');
  });

  test('is issued without an email for imported gifts', async () => {
    const gift = await aPaidGift(app.db);
    await app.db.query(`UPDATE fundraising.gift SET source = 'import' WHERE id = $1`, [gift.id]);
    await issue();
    expect(await receiptsOf(gift.id)).toHaveLength(1);
    expect(await mailsAbout(app, gift.id)).toEqual([]);
  });

  test('is not issued for a collection without a donor', async () => {
    const gift = await aPaidGift(app.db, { method: 'cash', name: '' });
    await app.db.query('UPDATE fundraising.gift SET donor_id = NULL WHERE id = $1', [gift.id]);
    await issue();
    expect(await receiptsOf(gift.id)).toEqual([]);
    expect(await countDue()).toBe(0);
  });
});

async function countDue(): Promise<number> {
  const [row] = await app.db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM fundraising.gift g WHERE paid_at IS NOT NULL AND receipted_minor IS DISTINCT FROM
       CASE WHEN status = 'cancelled' THEN -1 ELSE charged_minor - refunded_minor - lost_minor END`,
  );
  return row!.n;
}

describe('a refund', () => {
  test('voids the receipt and replaces it with one for the remaining amount', async () => {
    const gift = await aPaidGift(app.db, { email: 'bea@example.org' });
    await issue();
    await refundGift(app, gift.id, 2_000);
    await issue();
    const [old, current, ...more] = await receiptsOf(gift.id);
    expect(more).toEqual([]);
    expect(old).toMatchObject({ amount: 5000, void: 'refunded' });
    expect(current).toMatchObject({ amount: 3000, void: null, replaces: old!.number });
    const [thanks, mail] = await mailsAbout(app, gift.id);
    // An email that was not sent before the refund is dropped.
    expect(thanks!.content).toBeNull();
    expect(mail).toMatchObject({ template: 'gift-refunded', recipient: 'bea@example.org' });
    expect(mail!.content!.subject).toBe('$20.00 of your gift was returned to you');
    expect(mail!.content!.text).toContain(`Receipt number ${old!.number} is no longer valid`);
    expect(mail!.content!.text).toContain('Amount received: $30.00');
  });

  test('voids the receipt without a replacement if nothing is left', async () => {
    const gift = await aPaidGift(app.db, { coverMinor: 180 });
    await issue();
    await refundGift(app, gift.id, 5_180);
    await issue();
    const [receipt, ...more] = await receiptsOf(gift.id);
    expect(more).toEqual([]);
    expect(receipt).toMatchObject({ amount: 5180, void: 'refunded' });
    const [, mail] = await mailsAbout(app, gift.id);
    expect(mail!.content!.subject).toBe('$51.80 of your gift was returned to you');
    expect(mail!.content!.text).toMatch(/please\s+don’t\s+use\s+it/);
    expect(mail!.content!.html).not.toContain('.pdf');
  });

  test('is announced to the donor even if there was no receipt yet', async () => {
    const gift = await aPaidGift(app.db);
    await refundGift(app, gift.id, 5_000);
    await issue();
    expect(await receiptsOf(gift.id)).toEqual([]);
    const [mail, ...more] = await mailsAbout(app, gift.id);
    expect(more).toEqual([]);
    expect(mail!.content!.subject).toBe('$50.00 of your gift was returned to you');
  });

  test('that fails later leads to a new receipt for the whole gift', async () => {
    const gift = await aPaidGift(app.db);
    await issue();
    await refundGift(app, gift.id, 5_000);
    await issue();
    await app.db.query(`UPDATE fundraising.refund SET status = 'failed' WHERE gift_id = $1`, [gift.id]);
    await app.db.query('SELECT fundraising.settle_gifts($1)', [[gift.id]]);
    await issue();
    const [old, current] = await receiptsOf(gift.id);
    expect(old!.void).toBe('refunded');
    expect(current).toMatchObject({ amount: 5000, void: null, replaces: old!.number });
    const mails = await mailsAbout(app, gift.id);
    expect(mails.at(-1)!.content!.subject).toBe('A refund didn’t go through');
  });

  test('by a lost dispute voids the receipt and mentions the bank; an open dispute does not', async () => {
    const gift = await aPaidGift(app.db);
    await issue();
    await app.db.query(
      `INSERT INTO fundraising.dispute (gift_id, stripe_dispute_id, amount_minor, reason, status, opened_at)
       VALUES ($1, $2, 5000, 'fraudulent', 'needs_response', $3)`,
      [gift.id, `dp_${randomUUID()}`, now],
    );
    await app.db.query('SELECT fundraising.settle_gifts($1)', [[gift.id]]);
    await issue();
    expect(await receiptsOf(gift.id)).toMatchObject([{ void: null }]);
    await app.db.query(`UPDATE fundraising.dispute SET status = 'lost', closed_at = $2 WHERE gift_id = $1`, [
      gift.id,
      now,
    ]);
    await app.db.query('SELECT fundraising.settle_gifts($1)', [[gift.id]]);
    await issue();
    expect(await receiptsOf(gift.id)).toMatchObject([{ void: 'dispute-lost' }]);
    const mails = await mailsAbout(app, gift.id);
    expect(mails.at(-1)!.content!.text).toContain('Your bank has returned $50.00');
  });
});

describe('the list of receipts', () => {
  const list = `query($filter: ReceiptFilter, $first: Int, $after: String) {
    receipts(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { id number status amount { amountMinor currency } donorName campaignTitle giftId pdfUrl voidReason
        replacesNumber replacedByNumber } }
    }
  }`;
  interface ReceiptList {
    receipts: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: Array<{ node: Record<string, string> & { amount: { amountMinor: number } | null } }>;
    };
  }

  test('is limited to finance and its own chapters, page by page', async () => {
    const campaign = await aCampaign(app.db);
    const gifts = [];
    for (const name of ['Carla Diaz', 'Dora Eng', 'Eva Fox']) {
      const email = `${name.split(' ')[0]!.toLowerCase()}@example.org`;
      gifts.push(await aPaidGift(app.db, { campaignId: campaign.id, name, email }));
    }
    await refundGift(app, gifts[1]!.id, 1_000);
    await issue();
    await refundGift(app, gifts[0]!.id, 1_000);
    await issue();
    const everywhere = await app.signedIn({ role: 'finance' });
    const filter = { campaignId: campaign.id };
    const first = await app.graphql<ReceiptList>(list, { filter, first: 2 }, everywhere);
    expect(first.errors).toBeUndefined();
    expect(first.data.receipts.totalCount).toBe(4);
    const second = await app.graphql<ReceiptList>(
      list,
      { filter, first: 2, after: first.data.receipts.pageInfo.endCursor },
      everywhere,
    );
    const numbers = [...first.data.receipts.edges, ...second.data.receipts.edges].map(({ node }) =>
      Number(node['number']),
    );
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(new Set(numbers).size).toBe(4);
    expect(second.data.receipts.pageInfo.hasNextPage).toBe(false);

    const searchReceipts = async (by: Record<string, unknown>) =>
      (await app.graphql<ReceiptList>(list, { filter: { ...filter, ...by } }, everywhere)).data.receipts.edges.map(
        ({ node }) => node,
      );
    expect((await searchReceipts({ text: 'dora' })).map((node) => node['donorName'])).toEqual(['Dora Eng']);
    expect((await searchReceipts({ text: 'carla@' })).map((node) => node['status'])).toEqual(['VALID', 'VOID']);
    const [dead] = await searchReceipts({ status: 'VOID' });
    expect(dead).toMatchObject({
      donorName: 'Carla Diaz',
      voidReason: 'REFUNDED',
      replacedByNumber: String(Math.max(...numbers)),
    });
    expect((await searchReceipts({ text: dead!['number'] })).map((node) => node['id'])).toEqual([dead!['id']]);
    expect(await searchReceipts({ year: 2019 })).toEqual([]);

    const here = await app.signedIn({ role: 'finance', chapterId: campaign.chapterId });
    const elsewhere = await app.signedIn({
      role: 'finance',
      chapterId: (await aCampaign(app.db)).chapterId,
    });
    expect((await app.graphql<ReceiptList>(list, { filter }, here)).data.receipts.totalCount).toBe(4);
    expect((await app.graphql<ReceiptList>(list, { filter }, elsewhere)).data.receipts.totalCount).toBe(0);
    expect(refusal(await app.graphql(list, {}, await app.signedIn({ role: 'organizer' })))).toBe('NOT_ALLOWED');
    expect(refusal(await app.graphql(list))).toBe('NOT_SIGNED_IN');
  });

  test("can resend valid receipts of the actor's chapters", async () => {
    const gift = await aPaidGift(app.db);
    await issue();
    const [receipt] = await receiptsOf(gift.id);
    const resend = 'mutation($id: ID!) { resendReceipt(input: { receiptId: $id }) { ok } }';
    const finance = await app.signedIn({ role: 'finance' });
    expect((await app.graphql(resend, { id: receipt!.id }, finance)).data).toEqual({ resendReceipt: { ok: true } });
    const mails = await mailsAbout(app, gift.id);
    expect(mails.map(({ template, content }) => [template, content?.subject])).toEqual(
      Array(2).fill(['gift-thanks', 'Thank you: your receipt for $50.00']),
    );
    const other = await app.signedIn({ role: 'finance', chapterId: (await aCampaign(app.db)).chapterId });
    expect(refusal(await app.graphql(resend, { id: receipt!.id }, other))).toBe('NOT_FOUND');
    await refundGift(app, gift.id, 100);
    await issue();
    expect(refusal(await app.graphql(resend, { id: receipt!.id }, finance))).toBe('RECEIPT_VOID');
  });
});

describe('the document', () => {
  const fetched = (path: string) => followLink(`${app.url}${path}`);

  test('is a PDF for holders of the link, marked when void', async () => {
    const gift = await aPaidGift(app.db);
    await issue();
    const [mail] = await mailsAbout(app, gift.id);
    const path = /http:\/\/help\.example\.org(\/receipts\/[\w-]+\.pdf)/.exec(mail!.content!.text)![1]!;
    const response = await fetched(path);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="receipt-\d+\.pdf"$/);
    const valid = Buffer.from(await response.arrayBuffer());
    expect(valid.subarray(0, 5).toString()).toBe('%PDF-');
    await refundGift(app, gift.id, 5_000);
    await issue();
    const dead = Buffer.from(await (await fetched(path)).arrayBuffer());
    expect(dead.equals(valid)).toBe(false);

    await app.db.query('UPDATE fundraising.gift SET token_version = token_version + 1 WHERE id = $1', [gift.id]);
    expect((await fetched(path)).status).toBe(404);
    expect((await fetched(path.replace(/.\.pdf/, 'x.pdf'))).status).toBe(404);
    expect((await fetched('/receipts/nonsense.pdf')).status).toBe(404);
  });
});
