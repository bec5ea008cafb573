import { loadDemo } from '@upstander/db';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

describeInBrowser('the frame of the site on a phone', () => {
  let app: TestApp;
  let browser: Browser;
  let typicalPages: string[];

  beforeAll(async () => {
    app = await startApp();
    await loadDemo(app.db, new Date(), app.config);
    browser = await launchBrowser();
    const [event] = await app.db.query<{ slug: string }>(
      "SELECT slug FROM events.event WHERE status = 'published' AND starts_at > now() + interval '2 days' LIMIT 1",
    );
    typicalPages = ['/', '/events', `/events/${event!.slug}`, '/give'];
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const heightOf = (page: Page, selector: string) =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().height);

  const linesOf = (page: Page, selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { lineHeight } = getComputedStyle(element);
      return Math.round(element.getBoundingClientRect().height / parseFloat(lineHeight));
    });

  describe.each(['en-US', 'es-US'] as const)('%s', (locale) => {
    const visit = () => newVisit(browser, { baseUrl: app.url, width: 'phone', locale, javaScript: false });

    test('takes at most a quarter of a page for help and links, and one row for the header', async () => {
      const { page, context } = await visit();
      const tooHigh: string[] = [];
      for (const path of typicalPages) {
        await page.goto(path);
        const whole = await page.evaluate(() => document.documentElement.scrollHeight);
        const below = (await heightOf(page, '#help')) + (await heightOf(page, '.foot'));
        if (below > whole / 4) tooHigh.push(`${path}: ${Math.round(below)} of ${whole} px`);
        expect(await heightOf(page, '.top')).toBeLessThan(60);
        expect(await linesOf(page, '.brand span')).toBeLessThan(3);
      }
      expect(tooHigh).toEqual([]);
      await context.close();
    });

    test('shows the number to call, all ways to get help and 911 without unfolding, the first two in one row', async () => {
      const { page, context } = await visit();
      await page.goto('/events');
      const [call, all] = await Promise.all([
        page.locator('#help .call').boundingBox(),
        page.locator('#help a[href="/help"]').boundingBox(),
      ]);
      expect(Math.abs(call!.y + call!.height / 2 - all!.y - all!.height / 2)).toBeLessThan(4);
      expect(await page.locator('#help a[href="tel:911"]').isVisible()).toBe(true);
      const other = page.locator('#help a[href="tel:+18008435678"]');
      expect(await other.isVisible()).toBe(false);
      await page.locator('#help summary').click();
      expect(await other.isVisible()).toBe(true);
      await context.close();
    });

    test('keeps the links to safety in sight, folds the others and has the language only in the menu', async () => {
      const { page, context } = await visit();
      await page.goto('/');
      const foot = page.locator('.foot');
      for (const to of ['/using-this-site', '/leave']) {
        expect([to, await foot.locator(`a[href="${to}"]`).isVisible()]).toEqual([to, true]);
      }
      expect(await foot.locator('.language').isVisible()).toBe(false);
      const contact = foot.locator('a[href="/contact"]');
      expect(await contact.isVisible()).toBe(false);
      await foot.locator('summary').last().click();
      expect(await contact.isVisible()).toBe(true);
      await context.close();
    });
  });

  test('explains the limits of the exit on quiet pages', async () => {
    const note = 'It can’t erase your browser history';
    for (const [path, isExplained] of [
      ['/help', true],
      ['/learn', true],
      ['/events', false],
    ] as const) {
      const html = await (await fetch(app.url + path)).text();
      expect([path, html.includes(note)]).toEqual([path, isExplained]);
    }
  });

  test('shows all links on a wide page, where nothing folds them', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'desktop', javaScript: false });
    await page.goto('/');
    for (const to of ['/contact', '/my-data', '/fundraisers']) {
      expect([to, await page.locator(`.foot a[href="${to}"]`).isVisible()]).toEqual([to, true]);
    }
    expect(await page.locator('.foot summary:visible').count()).toBe(0);
    expect(await page.locator('#help a[href="tel:+18008435678"]').isVisible()).toBe(true);
    await context.close();
  });
});
