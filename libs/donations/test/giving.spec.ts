import { SignedIds } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { followLink } from '@upstander/tests/support/follow-link.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { refundGift, mailsAbout, receiptsIn } from '@upstander/tests/support/receipts.js';

const now = new Date('2026-12-01T20:00:00Z');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ config: { PUBLIC_URL: 'http://help.example.org' } });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(now));

const query = `query($token: String!, $first: Int, $after: String) {
  myGiving(token: $token, first: $first, after: $after) {
    emailMasked updatesWanted
    gifts { totalCount pageInfo { endCursor hasNextPage }
      edges { node { id status method frequency charged { amountMinor } returned { amountMinor } campaignTitle campaignUrl
        paidAt token receipt { number pdfUrl } } } }
    recurringGifts { id } years { year total { amountMinor currency } count statementUrl }
  }
}`;
interface Answer {
  myGiving: {
    emailMasked: string;
    updatesWanted: boolean;
    gifts: {
      totalCount: number;
      pageInfo: { endCursor: string; hasNextPage: boolean };
      edges: Array<{ node: { id: string; token: string; receipt: { number: string; pdfUrl: string } | null } }>;
    };
    recurringGifts: unknown[];
    years: Array<{
      year: number;
      total: { amountMinor: number; currency: string };
      count: number;
      statementUrl: string;
    }>;
  } | null;
}

const linkOf = (donorId: string, version = 0) => app.nest.get(SignedIds).sign('giving', donorId, version);
const showGiving = async (token: string, page: object = {}) =>
  (await app.graphql<Answer>(query, { token, ...page })).data.myGiving;

describe('my giving', () => {
  test('lists received gifts with receipts, annual totals and refunds, only with a valid link', async () => {
    const email = 'ana.reyes@example.org';
    const campaign = await aCampaign(app.db, { title: 'Beds' });
    const oldGift = await aPaidGift(app.db, {
      email,
      campaignId: campaign.id,
      paidAt: new Date('2025-12-31T23:30:00-08:00'),
    });
    const recent = await aPaidGift(app.db, { email, campaignId: campaign.id, intendedMinor: 2_000, paidAt: now });
    await aPaidGift(app.db, { email, campaign: { currency: 'EUR' }, intendedMinor: 700, paidAt: now });
    await aPaidGift(app.db, { paidAt: now });
    await app.db.query(
      `INSERT INTO fundraising.gift (campaign_id, donor_id, name, method, source, status, currency, intended_minor,
         charged_minor, created_at)
       VALUES ($1, $2, 'Ana', 'stripe', 'site', 'pending', 'USD', 900, 900, $3)`,
      [campaign.id, recent.donorId, now],
    );
    await refundGift(app, recent.id, 500);
    await app.runJob('issue-receipts');

    const ownGiving = await showGiving(linkOf(recent.donorId));
    expect(ownGiving).toMatchObject({
      emailMasked: 'a•••@e•••.org',
      updatesWanted: false,
      recurringGifts: [],
      gifts: { totalCount: 3, pageInfo: { hasNextPage: false } },
      years: [
        { year: 2026, total: { amountMinor: 700, currency: 'EUR' }, count: 1 },
        { year: 2026, total: { amountMinor: 1_500, currency: 'USD' }, count: 1 },
        // December 31 in California, but already the next year in UTC.
        { year: 2025, total: { amountMinor: 5_000, currency: 'USD' }, count: 1 },
      ],
    });
    expect(ownGiving!.gifts.edges.at(-1)!.node).toMatchObject({
      id: oldGift.id,
      status: 'PAID',
      method: 'STRIPE',
      frequency: 'ONCE',
      charged: { amountMinor: 5_000 },
      returned: { amountMinor: 0 },
      campaignTitle: 'Beds',
      campaignUrl: `http://help.example.org/fundraisers/${campaign.slug}`,
    });
    const { receipt } = ownGiving!.gifts.edges.find(({ node }) => node.id === recent.id)!.node;
    expect((await receiptsIn(app)).find(({ giftId }) => giftId === recent.id)!.number).toBe(Number(receipt!.number));
    expect((await followLink(app.url + receipt!.pdfUrl)).status).toBe(200);

    const first = await showGiving(linkOf(recent.donorId), { first: 2 });
    const nextPage = await showGiving(linkOf(recent.donorId), { first: 2, after: first!.gifts.pageInfo.endCursor });
    expect([...first!.gifts.edges, ...nextPage!.gifts.edges].map(({ node }) => node.id)).toEqual(
      ownGiving!.gifts.edges.map(({ node }) => node.id),
    );

    const signedIds = app.nest.get(SignedIds);
    for (const invalidToken of [
      'nonsense',
      linkOf(recent.donorId, 1),
      signedIds.sign('gift', recent.donorId),
      linkOf(oldGift.id),
    ]) {
      expect(await showGiving(invalidToken)).toBeNull();
    }
  });

  test('provides annual statements as PDF in either language to holders of the link', async () => {
    const gift = await aPaidGift(app.db, { paidAt: now });
    await aPaidGift(app.db, { email: gift.email, paidAt: now, goodsValueMinor: 400, goodsDescription: 'a mug' });
    const ownGiving = await showGiving(linkOf(gift.donorId));
    const { statementUrl } = ownGiving!.years[0]!;
    const english = await followLink(app.url + statementUrl);
    expect(english.status).toBe(200);
    expect(english.headers.get('content-disposition')).toBe('inline; filename="gifts-2026.pdf"');
    expect(
      Buffer.from(await english.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const spanish = await followLink(`${app.url}${statementUrl}?lang=es`);
    expect(spanish.headers.get('content-disposition')).toBe('inline; filename="donaciones-2026.pdf"');
    for (const invalidUrl of [
      statementUrl.replace('2026-', '2025-'),
      '/statements/2026-nonsense.pdf',
      '/statements/x.pdf',
    ]) {
      expect((await followLink(app.url + invalidUrl)).status).toBe(404);
    }
    await app.db.query('UPDATE fundraising.donor SET token_version = 1 WHERE id = $1', [gift.donorId]);
    expect((await followLink(app.url + statementUrl)).status).toBe(404);
  });
});

describe('"resend my receipts"', () => {
  const ask = (email: string, locale?: string) =>
    app.graphql('mutation($input: RequestGivingLinkInput!) { requestGivingLink(input: $input) { ok } }', {
      input: { email, locale },
    });

  test('emails the link to donors and gives the same response to everyone', async () => {
    const gift = await aPaidGift(app.db, { email: 'bea@example.org', locale: 'es' });
    const knownAnswer = await ask('bea@EXAMPLE.org');
    const unknown = await ask('nobody@example.org');
    expect(knownAnswer.data).toEqual({ requestGivingLink: { ok: true } });
    expect({ data: unknown.data, status: unknown.status }).toEqual({
      data: knownAnswer.data,
      status: knownAnswer.status,
    });
    const [mail] = await mailsAbout(app, gift.donorId);
    expect(mail).toMatchObject({ template: 'giving-link', locale: 'es' });
    const token = /giving\/([\w-]+)\?lang=es/.exec(mail!.content!.text)![1]!;
    expect((await showGiving(token))!.gifts.totalCount).toBe(1);
    const [row] = await app.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM notifications.mail WHERE recipient = 'nobody@example.org'`,
    );
    expect(row!.n).toBe(0);
  });

  test('uses the requested language and ignores people whose gifts were never paid', async () => {
    const gift = await aPaidGift(app.db);
    await ask(gift.email, 'ES');
    expect((await mailsAbout(app, gift.donorId))[0]!.content!.subject).toBe('Tus donaciones y recibos');
    const [unpaid] = await app.db.query<{ id: string; email: string }>(
      `INSERT INTO fundraising.donor (email, created_at) VALUES ('tried@example.org', $1) RETURNING id, email`,
      [now],
    );
    await app.db.query(
      `INSERT INTO fundraising.gift (campaign_id, donor_id, name, method, source, status, currency, intended_minor,
         charged_minor, created_at)
       SELECT campaign_id, $2, name, method, source, 'pending', currency, intended_minor, charged_minor, created_at
       FROM fundraising.gift WHERE id = $1`,
      [gift.id, unpaid!.id],
    );
    await ask(unpaid!.email);
    expect(await mailsAbout(app, unpaid!.id)).toEqual([]);
  });

  test('requires a solved challenge from the sixth request in an hour, for known and unknown addresses alike', async () => {
    const gift = await aPaidGift(app.db);
    for (const email of [gift.email, 'no-donor@example.org']) {
      for (let i = 0; i < 5; i += 1) expect(refusal(await ask(email))).toBeNull();
      expect(refusal(await ask(email))).toBe('SOLUTION_NEEDED');
    }
    expect(await mailsAbout(app, gift.donorId)).toHaveLength(5);
  });
});

describe('email updates', () => {
  const stop = (token: string) =>
    app.graphql('mutation($input: StopAppealsInput!) { stopAppeals(input: $input) { ok } }', { input: { token } });

  test('stop with any unsubscribe link or on the giving page, and resume with a gift that opts in', async () => {
    const gift = await aPaidGift(app.db, { updatesWanted: true, paidAt: now });
    const link = linkOf(gift.donorId);
    expect((await showGiving(link))!.updatesWanted).toBe(true);
    const fromUpdate = app.nest.get(SignedIds).sign('stop-updates', gift.donorId);
    expect((await stop(fromUpdate)).data).toEqual({ stopAppeals: { ok: true } });
    expect((await showGiving(link))!.updatesWanted).toBe(false);
    app.clock.advance(days(1));
    await aPaidGift(app.db, { email: gift.email, updatesWanted: true, paidAt: app.clock.now() });
    expect((await showGiving(link))!.updatesWanted).toBe(true);
    app.clock.advance(days(1));
    await stop(link);
    expect((await showGiving(link))!.updatesWanted).toBe(false);
    // The unsubscribe link grants no access, because updates are easily forwarded.
    expect(await showGiving(fromUpdate)).toBeNull();
    for (const invalidToken of ['nonsense', linkOf(gift.donorId, 7), linkOf(gift.id)]) {
      expect(refusal(await stop(invalidToken))).toBe('NOT_FOUND');
    }
  });
});

describe('annual statements', () => {
  test('are emailed once in January to donors whose gifts were not fully refunded', async () => {
    const keptGift = await aPaidGift(app.db, { email: 'kept@example.org', paidAt: now, name: 'Kim Lee' });
    await aPaidGift(app.db, { email: 'kept@example.org', paidAt: now, campaign: { currency: 'EUR' }, locale: 'es' });
    const refunded = await aPaidGift(app.db, { paidAt: now });
    await refundGift(app, refunded.id, 5_000);
    const earlierGift = await aPaidGift(app.db, { paidAt: new Date('2025-06-01T12:00:00Z') });
    const makeStatements = async (at: string) => {
      app.clock.set(at);
      await app.runJob('make-yearly-statements');
      return (await mailsAbout(app, keptGift.donorId)).filter(({ template }) => template === 'yearly-statement');
    };
    expect(await makeStatements('2026-12-31T12:00:00Z')).toEqual([]);
    expect(await makeStatements('2027-01-09T12:00:00Z')).toEqual([]);
    await makeStatements('2027-01-10T12:00:00Z');
    await makeStatements('2027-01-11T12:00:00Z');
    const [mail, ...otherMails] = await makeStatements('2027-01-31T12:00:00Z');
    expect(otherMails).toEqual([]);
    expect(mail).toMatchObject({ recipient: 'kept@example.org', locale: 'es' });
    const { subject, text } = mail!.content!;
    expect(subject).toBe('Tus donaciones de 2026');
    expect(text).toContain('Número de donaciones: 2');
    expect(text).toMatch(/Total: \$50\.00/);
    expect(text).toMatch(/Total: .*50[.,]00/);
    const path = /help\.example\.org(\/statements\/[\w-]+\.pdf\?lang=es)/.exec(text)![1]!;
    expect((await followLink(app.url + path)).status).toBe(200);
    for (const other of [refunded, earlierGift]) {
      const templates = (await mailsAbout(app, other.donorId)).map(({ template }) => template);
      expect(templates).not.toContain('yearly-statement');
    }
  });
});
