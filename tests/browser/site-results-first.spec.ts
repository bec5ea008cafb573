import { loadDemo } from '@upstander/db';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aShift } from '../support/factories.js';
import { hours } from '../support/movable-clock.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

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

  /** Results are list items with a heading that is a link. */
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

  test('keeps filters and rows at least 44 px high', async () => {
    const { context, page } = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    const small: string[] = [];
    for (const path of ['/events?postcode=90033', '/events?view=shifts', '/opportunities', '/help/services']) {
      await page.goto(path);
      const targets = page.locator('.filter-bar :is(input:not([type=hidden]), button, summary), .chips a, .row');
      const heights = await targets.evaluateAll((all) =>
        all
          .filter((target) => target.checkVisibility())
          .map((target) => ({ text: target.textContent, height: target.getBoundingClientRect().height })),
      );
      expect(heights.length).toBeGreaterThan(10);
      small.push(...heights.filter(({ height }) => height < 44).map(({ text }) => `${path}: ${text}`));
    }
    expect(small).toEqual([]);
    await context.close();
  });

  test('repeats on few opportunities what it says beyond pay, hours and place', async () => {
    const { context, page } = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    await page.goto('/opportunities');
    const rowCount = await page.locator('.offer').count();
    const repeats = new Map<string, number>();
    for (const text of await page.locator('.exceptions span').allInnerTexts()) {
      repeats.set(text, (repeats.get(text) ?? 0) + 1);
    }
    expect(repeats.size).toBeGreaterThan(2);
    expect([...repeats].filter(([, times]) => times * 2 > rowCount)).toEqual([]);
    expect(await page.locator('.offer').getByText('No ID needed').count()).toBe(0);
    await context.close();
  });

  test('shows at least eight events of one day within the first 800 px', async () => {
    const startsAt = new Date(Date.now() + hours(1));
    const event = {
      startsAt,
      endsAt: new Date(startsAt.valueOf() + hours(1)),
      place: 'Los Angeles',
      languages: ['es'],
    };
    for (let n = 0; n < 9; n += 1) await aShift(app.db, { event });
    for (const locale of ['en-US', 'es-US'] as const) {
      const { context, page } = await newVisit(browser, { baseUrl: app.url, width: 'phone', locale });
      await page.goto('/events');
      expect((await topsOfResults(page)).filter((top) => top < 800).length).toBeGreaterThanOrEqual(8);
      await context.close();
    }
  });
});
