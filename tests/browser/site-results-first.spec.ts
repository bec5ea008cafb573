import { loadDemo } from '@upstander/db';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

/** Lists on a phone 360 px wide: the first screen shows results, not a form. */
describeInBrowser('lists with results before filters', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    await loadDemo(app.db, new Date(), app.config);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** Tops of the results: list items with a heading that is a link. */
  const topsOfResults = (page: Page) =>
    page
      .locator('main li')
      .filter({ has: page.locator(':is(h2, h3) > a') })
      .evaluateAll((items) => items.map((item) => Math.round(item.getBoundingClientRect().top + scrollY)));

  test.each(['en-US', 'es-US'] as const)('begins with results on every list: %s', async (locale) => {
    const { context, page } = await newVisit(browser, { baseUrl: app.url, width: 'phone', locale, javaScript: false });
    const firstTops: Record<string, number> = {};
    for (const path of ['/events', '/events?view=shifts', '/opportunities', '/help/services', '/fundraisers']) {
      await page.goto(path);
      const [first = Infinity] = await topsOfResults(page);
      firstTops[path] = first;
    }
    expect(Object.entries(firstTops).filter(([, top]) => top >= 400)).toEqual([]);
    await context.close();
  });

  test.each(['en-US', 'es-US'] as const)('shows at least six events within the first 800 px: %s', async (locale) => {
    const { context, page } = await newVisit(browser, { baseUrl: app.url, width: 'phone', locale });
    await page.goto('/events');
    expect((await topsOfResults(page)).filter((top) => top < 800).length).toBeGreaterThanOrEqual(6);
    await context.close();
  });
});
