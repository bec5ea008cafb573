import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { addSession, openScreen } from './support/admin.js';
import {
  adminAppearances,
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  findOutsidePanel,
  screenshot,
  sidewaysScroll,
} from './support/index.js';
import { aMoneyDesk } from './support/money-desk.js';

const pictured = ['gift', 'fundraiser', 'disbursements'];

const rawCode = /\b(?:[a-z]+_[a-z_]+|requested-by-donor|dispute-lost|refund-[a-z]+|seen-at-bank)\b/;

describeInBrowser('every screen about money', () => {
  let app: TestApp;
  let browser: Browser;
  let cookie: string;
  let screens: Record<string, string>;

  beforeAll(async () => {
    app = await startApp({
      safelisted: true,
      config: { TRUST_PROXY: 'true', FUNDRAISING_MODE: 'named-beneficiaries' },
    });
    browser = await launchBrowser();
    const { live, inReview, ended, partner, gifts, recurringGiftId, payoutId } = await aMoneyDesk(app);
    ({ cookie } = await app.signedIn({ role: 'admin', name: 'Rosa Delgado', email: 'rosa@example.org' }));
    screens = {
      home: '/admin/',
      fundraisers: '/admin/fundraisers?view=all',
      'fundraisers to review': '/admin/fundraisers?view=review',
      'new fundraiser': '/admin/fundraisers/new',
      fundraiser: `/admin/fundraisers/${live.id}`,
      'fundraiser, gifts': `/admin/fundraisers/${live.id}/gifts`,
      'fundraiser, pages': `/admin/fundraisers/${live.id}/pages`,
      'fundraiser, updates': `/admin/fundraisers/${live.id}/updates`,
      'fundraiser, share': `/admin/fundraisers/${live.id}/share`,
      'fundraiser, edit': `/admin/fundraisers/${live.id}/edit`,
      'fundraiser in review': `/admin/fundraisers/${inReview.id}`,
      'fundraiser that ended': `/admin/fundraisers/${ended.id}`,
      beneficiaries: '/admin/beneficiaries',
      partner: `/admin/beneficiaries/${partner.id}`,
      gifts: '/admin/gifts',
      'gifts, filters': '/admin/gifts?status=PAID&method=STRIPE',
      'no gift': '/admin/gifts?text=zzzz',
      gift: `/admin/gifts/${gifts[13]!.id}`,
      'gift, disputed': `/admin/gifts/${gifts[12]!.id}`,
      refunds: '/admin/gifts/refunds',
      pledges: '/admin/gifts/pledges',
      cash: '/admin/gifts/cash',
      imports: '/admin/gifts/imports',
      'offline gift': '/admin/gifts/new',
      recurringGifts: '/admin/recurring-gifts',
      recurringGift: `/admin/recurring-gifts/${recurringGiftId}`,
      disputes: '/admin/disputes',
      receipts: '/admin/receipts',
      matching: '/admin/matching',
      disbursements: '/admin/disbursements',
      payouts: '/admin/reconciliation',
      payout: `/admin/reconciliation/payouts/${payoutId}`,
      discrepancies: '/admin/reconciliation/discrepancies',
      cards: '/admin/reconciliation/cards',
      accounts: '/admin/ledger',
      transactions: '/admin/ledger/transactions',
      'over time': '/admin/ledger/over-time',
      check: '/admin/ledger/check',
    };
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test.each(adminAppearances)(
    'has no accessibility violations: $locale, $width',
    async ({ locale, width }) => {
      const visit = await newVisit(browser, { baseUrl: app.url, locale, width });
      const { page } = visit;
      await addSession(page, app.url, cookie);
      const findings: Record<string, string[]> = {};
      for (const [name, path] of Object.entries(screens)) {
        await openScreen(page, path);
        const found = await axeFindings(page);
        if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
        if (width === 'desktop' && locale === 'es-US') found.push(...(await findOutsidePanel(page)));
        if ((await page.locator('html').getAttribute('lang')) !== locale.slice(0, 2)) found.push('wrong language');
        if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) found.push('not one h1');
        if (name.startsWith('gift,') || ['refunds', 'receipts', 'disputes'].includes(name)) {
          const raw = rawCode.exec(
            await page
              .locator('main h1, main td:not(:first-child), main li b')
              .allInnerTexts()
              .then((texts) => texts.join(' ')),
          );
          if (raw) found.push(`says ${raw[0]}`);
        }
        if (found.length > 0) findings[name] = found;
        if (locale === 'en-US' && width === 'desktop' && pictured.includes(name)) {
          await screenshot(page, `admin-${name}`);
        }
      }
      expect(findings).toEqual({});
      expect(visit.foreignRequests).toEqual([]);
      expect(visit.pageErrors).toEqual([]);
      await visit.context.close();
    },
    300_000,
  );
});
