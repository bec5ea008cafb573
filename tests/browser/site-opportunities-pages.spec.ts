import type { Browser, Page, Request } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { anAdvocate, anApplication, asAdvocate } from '../support/advocacy.js';
import { days } from '../support/movable-clock.js';
import {
  siteAppearances,
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  createOpportunities,
  measurePage,
} from './support/index.js';

/** Pages that appear only as the response to a form. */
describeInBrowser('every application and reply page', () => {
  let app: TestApp;
  let browser: Browser;
  let slug: string;
  let code: string;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    slug = (await createOpportunities(app)).slugs[0] ?? '';
    const sent = await anApplication(app);
    code = sent.code;
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(sent.id);
    await desk.writeToPerson({ recordId: sent.id, kind: 'APPLICATION', body: 'Hello Luna,\nwhen can we talk?' });
    await desk.proposeConsent({
      applicationId: sent.id,
      shares: 'First name, and that mornings are best.',
      expiresAt: new Date(app.clock.now().valueOf() + days(20)).toISOString(),
    });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function walk(page: Page, look: (name: string) => Promise<void>): Promise<void> {
    const press = async (value: string) => {
      await page.locator(`button[value=${value}]`).last().click();
      await page.waitForLoadState('load');
    };
    for (const [flow, path] of Object.entries({ apply: `/opportunities/${slug}/apply`, talk: '/talk' })) {
      await page.goto(path);
      await press('next');
      await look(`${flow}: name`);
      await press('next');
      await look(`${flow}: name, with an error`);
      await page.locator('#name').fill('Luna');
      await press('next');
      await look(`${flow}: how to be reached`);
      await page.locator('label[for=channel-CALL]').click();
      await page.locator('#call').fill('(213) 555-0142');
      await look(`${flow}: by a call`);
      await press('next');
      await look(`${flow}: a message`);
      await press('next');
      await look(`${flow}: a note`);
      await press('next');
      if (flow === 'talk') {
        await look('talk: language');
        await press('next');
      }
      await look(`${flow}: all answers`);
      await press('send');
      await page.locator('.code-words').waitFor();
      await look(`${flow}: four words`);
    }
    await page.goto('/reply');
    await page.locator('#code').fill('four words that never were');
    await press('open');
    await look('a wrong code');
    await page.locator('#code').fill(code);
    await press('open');
    await page.locator('main summary').click();
    await look('what was sent');
    await press('ask-erase');
    await look('delete everything?');
  }

  test.each(siteAppearances)('has no accessibility violations: $locale, $width', async (looked) => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, ...looked });
    const findings: Record<string, string[]> = {};
    await walk(page, async (name) => {
      const found = await axeFindings(page);
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
      if ((await page.locator('html').getAttribute('lang')) !== looked.locale.slice(0, 2)) found.push('wrong language');
      if ((await page.locator('h1').count()) !== 1) found.push('not one h1');
      if ((await page.locator('a[href="tel:+18883737888"]').count()) !== 1) found.push('no help lines');
      if (found.length > 0) findings[name] = found;
    });
    expect(findings).toEqual({});
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test('weighs at most 15 KB in total and is never cached', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
    const heads: Record<string, unknown> = {};
    const sent: Request[] = [];
    page.on('response', (response) => {
      if (response.request().method() !== 'POST') return;
      const { 'cache-control': cache, 'referrer-policy': referrer } = response.headers();
      heads[`${cache} ${referrer}`] = true;
      sent.push(response.request());
    });
    await walk(page, () => Promise.resolve());
    const sizes = await Promise.all(sent.map((request) => request.sizes()));
    const documents = sizes.map(({ responseBodySize }) => responseBodySize);
    // Style sheet and script are shared with other pages; only the HTML differs.
    const { bytes } = await measurePage(app.url, '/reply');
    expect(documents.length).toBeGreaterThan(15);
    expect(bytes + Math.max(...documents) - Math.min(...documents)).toBeLessThan(15 * 1024);
    expect(Object.keys(heads)).toEqual(['no-store no-referrer']);
    await context.close();
  });
});
