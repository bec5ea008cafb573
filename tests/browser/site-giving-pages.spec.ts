import type { Browser } from 'playwright-core';
import { startAppWithStripe, type SandboxHandle } from '../support/stripe.js';
import type { TestApp } from '../support/app.js';
import { aCampaign, aPage } from '../support/factories.fundraising.js';
import {
  createFullCampaign,
  axeFindings,
  coveredControls,
  describeInBrowser,
  launchBrowser,
  siteAppearances,
  openDetails,
  newVisit,
  sheets,
  sidewaysScroll,
  findSmallTargets,
  tokenOf,
  resizeTo,
  measurePage,
} from './support/index.js';
import { followLink } from '../support/follow-link.js';

describeInBrowser('every page about giving', () => {
  let app: TestApp;
  let stripe: SandboxHandle;
  let closeAll: () => Promise<void>;
  let browser: Browser;
  let pages: Record<string, string>;

  beforeAll(async () => {
    ({ app, stripe, close: closeAll } = await startAppWithStripe());
    browser = await launchBrowser();
    pages = await allPages();
  });
  afterAll(async () => {
    await browser.close();
    await closeAll();
  });

  async function begin(campaignSlug: string, more: object = {}): Promise<{ checkoutUrl: string; token: string }> {
    const { data } = await app.graphql<{ startDonation: { checkoutUrl: string; token: string } }>(
      'mutation ($input: StartDonationInput!) { startDonation(input: $input) { checkoutUrl token } }',
      {
        input: {
          campaignSlug,
          amount: { amountMinor: 5000, currency: 'USD' },
          coverFee: true,
          name: 'Ana Reyes',
          email: 'ana@example.org',
          ...more,
        },
      },
    );
    return data.startDonation;
  }

  async function allPages(): Promise<Record<string, string>> {
    const { slug, team, person } = await createFullCampaign(app);
    await app.runJob('keep-general-funds');
    const ended = await aCampaign(app.db, { title: 'Winter coats', status: 'ended' });
    const paused = await aCampaign(app.db, { title: 'Bus passes', status: 'paused' });
    const once = await begin(slug);
    const monthly = await begin(slug, { frequency: 'MONTHLY' });
    const pending = await begin(slug, { email: 'bea@example.org' });
    const failed = await begin(slug, { email: 'cid@example.org' });
    for (const { checkoutUrl } of [once, monthly]) await stripe.pay(checkoutUrl);
    await stripe.pay(failed.checkoutUrl, { card: 'declined' });
    for (const job of ['book-balance-transactions', 'issue-receipts'] as const) await app.runJob(job);
    const { data } = await app.graphql<{ myGift: { recurringGiftToken: string } }>(
      'query ($token: String!) { myGift(token: $token) { recurringGiftToken } }',
      { token: monthly.token },
    );
    const recurringGift = `/recurring-gift/${data.myGift.recurringGiftToken}`;
    const [donor] = await app.db.query<{ id: string }>(
      "SELECT id FROM fundraising.donor WHERE email = 'ana@example.org'",
    );
    const campaignIn = async (status: Parameters<typeof aCampaign>[1] & object): Promise<string> =>
      `/fundraiser/${tokenOf(app, 'campaign', (await aCampaign(app.db, { chapterId: null, bySupporter: true, ...status })).id)}`;
    const page = async (status: 'unconfirmed' | 'live'): Promise<string> =>
      `/page/${tokenOf(app, 'page', (await aPage(app.db, { status })).id)}`;
    return {
      list: '/fundraisers',
      'nothing found': '/fundraisers?text=zzzz',
      'past ones': '/fundraisers?past=1',
      campaign: `/fundraisers/${slug}`,
      'ended campaign': `/fundraisers/${ended.slug}`,
      'paused campaign': `/fundraisers/${paused.slug}`,
      'all gifts': `/fundraisers/${slug}/gifts`,
      team: `/fundraisers/${slug}/${team}`,
      person: `/fundraisers/${slug}/${person}`,
      'give in general': '/give',
      give: `/fundraisers/${slug}/give`,
      'give, with an amount': `/fundraisers/${slug}/give?amount=3700&monthly=1`,
      'give on a page': `/fundraisers/${slug}/give?page=${person}`,
      'thank you': `/thanks/${once.token}`,
      'thank you, monthly': `/thanks/${monthly.token}`,
      checking: `/thanks/${pending.token}`,
      'did not go through': `/thanks/${failed.token}`,
      recurringGift,
      'stop the recurring gift?': `${recurringGift}?ask=stop`,
      'my giving': `/giving/${tokenOf(app, 'giving', donor!.id)}`,
      'ask for my giving': '/giving',
      'link is on its way': '/giving?sent=1',
      'stop the news?': `/news/${tokenOf(app, 'stop-updates', donor!.id)}`,
      'start a fundraiser': '/start-a-fundraiser',
      'one more step': '/start-a-fundraiser?sent=1',
      'confirm a fundraiser': await campaignIn({ status: 'unconfirmed' }),
      'my fundraiser, to change': await campaignIn({ status: 'changes_requested' }),
      'my fundraiser, public': await campaignIn({ status: 'live' }),
      'start a page': `/fundraisers/${slug}/start-a-page`,
      'confirm a page': await page('unconfirmed'),
      'my page': await page('live'),
      home: '/',
      privacy: '/privacy',
    };
  }

  test.each(siteAppearances)('has no accessibility violations: $locale, $width', async (look) => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, ...look });
    const findings: Record<string, string[]> = {};
    for (const [name, path] of Object.entries(pages)) {
      const answer = await page.goto(path);
      if (look.dark) await openDetails(page);
      const found = await axeFindings(page);
      if (answer?.status() !== 200) found.push(`answers ${answer?.status()}`);
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
      if ((await page.locator('html').getAttribute('lang')) !== look.locale.slice(0, 2)) found.push('wrong language');
      if ((await page.locator('h1').count()) !== 1) found.push('not one h1');
      // Also checks in English on a small phone that controls are uncovered and large enough.
      if (look.width === 'desktop') {
        await resizeTo(page, 'phone');
        found.push(...(await coveredControls(page)), ...(await findSmallTargets(page)));
        await resizeTo(page, 'desktop');
      }
      if (found.length > 0) findings[name] = found;
    }
    expect(findings).toEqual({});
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test('has no accessibility violations in forms with errors, with everything expanded', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', dark: true });
    const findings: Record<string, string[]> = {};
    for (const name of ['give', 'start a fundraiser', 'start a page', 'ask for my giving']) {
      await page.goto(pages[name] ?? '');
      await page.locator('form[method=post] button.large').last().click();
      await page.getByRole('alert').waitFor();
      await openDetails(page);
      const found = await axeFindings(page);
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
      if (found.length > 0) findings[name] = found;
    }
    expect(findings).toEqual({});
    await context.close();
  });

  test('weighs at most 15 KB in total and runs no script but the quick exit and the totals of a gift', async () => {
    const weights: Record<string, number> = {};
    for (const [name, path] of Object.entries(pages)) {
      const { bytes, scripts, sheets } = await measurePage(app.url, path);
      const expected = name.startsWith('give') ? ['/leave.js', '/give.js'] : ['/leave.js'];
      expect([name, scripts, sheets.length]).toEqual([name, expected, 1]);
      weights[name] = bytes;
    }
    expect(Object.entries(weights).filter(([, bytes]) => bytes > 15 * 1024)).toEqual([]);
  });

  test('prints a fundraiser with its text and disbursements on three sheets', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'desktop' });
    await page.goto(pages['campaign'] ?? '');
    expect(await sheets(page)).toBeLessThanOrEqual(3);
    await context.close();
  });

  test('personal pages are neither cached nor indexed', async () => {
    for (const [name, path] of Object.entries(pages)) {
      if (!/^\/(thanks|recurring-gift|giving|news|fundraiser|page)\/./.test(path)) continue;
      const answer = await followLink(app.url + path);
      expect([name, answer.headers.get('cache-control')]).toEqual([name, 'no-store']);
      expect([name, answer.headers.get('referrer-policy')]).toEqual([name, 'same-origin']);
      const html = await answer.text();
      expect([name, html.includes('content="noindex, nofollow"')]).toEqual([name, true]);
      expect([name, html.includes('og:url') || html.includes('rel="canonical"')]).toEqual([name, false]);
      const robots = await (await fetch(`${app.url}/robots.txt`)).text();
      expect(robots).toContain(`Disallow: /${path.split('/')[1]}/`);
    }
  });

  test('search engines and link previews get a description without donors', async () => {
    const html = await (await fetch(app.url + pages['campaign'])).text();
    expect(html).toContain('"@type":"DonateAction"');
    expect(html).toContain('property="og:title" content="Twelve beds before the rains come"');
    const data = /<script type="application\/ld\+json">([^<]*)/.exec(html)?.[1] ?? '';
    expect(data).not.toContain('Ana Reyes');
    expect(html).not.toContain('Secret Person');
    expect(await (await fetch(app.url + pages['all gifts'])).text()).toContain('noindex');
  });

  test('an event and its fundraiser link to each other', async () => {
    const campaign = await (await fetch(app.url + pages['campaign'])).text();
    const [, event = ''] = /href="(\/events\/event-[\w-]+)"/.exec(campaign) ?? [];
    const page = await (await fetch(app.url + event)).text();
    expect(page).toContain(`href="${pages['campaign']}"`);
  });

  test('a form that leads to the payment page may redirect only there', async () => {
    const policyOf = async (name: string): Promise<string> =>
      (await followLink(app.url + pages[name])).headers.get('content-security-policy') ?? '';
    expect(await policyOf('give')).toContain(`form-action 'self' ${stripe.url};`);
    expect(await policyOf('recurringGift')).toContain(`form-action 'self' ${stripe.url};`);
    expect(await policyOf('campaign')).toContain("form-action 'self';");
    expect(await policyOf('give')).not.toContain('prove.js');
  });
});
