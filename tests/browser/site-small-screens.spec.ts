import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift, aSignup } from '../support/factories.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { followLink } from '../support/follow-link.js';
import { days } from '../support/movable-clock.js';
import { linkOf } from '../support/sign-ups.js';
import { describeInBrowser, launchBrowser, newVisit, setTextSize, textSizes } from './support/index.js';

describeInBrowser('the site on a small screen', () => {
  let app: TestApp;
  let browser: Browser;
  let paths: string[];

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    const event = await anEvent(app.db, {
      title: 'Neighborhood information table at the farmers’ market',
      startsAt: new Date(Date.now() + days(20)),
    });
    await app.db.query('UPDATE events.event SET max_guests = 4 WHERE id = $1', [event.id]);
    for (const role of ['Packing', 'Welcoming families']) await aShift(app.db, { eventId: event.id, role });
    const campaign = await aCampaign(app.db);
    paths = [
      '/',
      '/events',
      `/events/${event.slug}`,
      '/events?view=shifts',
      '/fundraisers',
      `/fundraisers/${campaign.slug}`,
      `/fundraisers/${campaign.slug}/give`,
      '/help',
      '/help/find',
      '/work',
      '/opportunities',
      '/talk',
      '/learn',
      '/sign-in',
      '/contact',
    ];
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function visitEachPage(
    locale: 'en-US' | 'es-US',
    check: (page: Page, path: string, text: (typeof textSizes)[number]) => Promise<void>,
  ) {
    const { context, page } = await newVisit(browser, { baseUrl: app.url, width: 'phone', locale });
    for (const path of paths) {
      await page.goto(path);
      for (const text of textSizes) {
        await setTextSize(page, text);
        await check(page, path, text);
      }
    }
    await context.close();
  }

  const headerFaults = (page: Page) =>
    page.evaluate(() => {
      const names = ['.brand', '.donate', '.menu > summary', '.top .exit'];
      const boxes = names.flatMap((name) => {
        const element = document.querySelector(name);
        return element ? [{ name, box: element.getBoundingClientRect() }] : [];
      });
      const off = boxes.filter(({ box }) => box.width < 24 || box.left < 0 || box.right > 360 || box.top < 0);
      const covered = boxes.flatMap((one, index) =>
        boxes
          .slice(index + 1)
          .filter(({ box }) => box.left < one.box.right - 1 && one.box.left < box.right - 1)
          .filter(({ box }) => box.top < one.box.bottom - 1 && one.box.top < box.bottom - 1)
          .map(({ name }) => `${one.name} covers ${name}`),
      );
      return [...off.map(({ name }) => `${name} is off the screen`), ...covered];
    });

  test.each(['en-US', 'es-US'] as const)(
    'keeps name, donate button, menu and exit on the screen: %s',
    async (locale) => {
      const faults: string[] = [];
      await visitEachPage(locale, async (page, path, text) => {
        faults.push(...(await headerFaults(page)).map((fault) => `${path} at ${text}: ${fault}`));
        const quiet = (await page.locator('[data-quiet]').count()) > 0;
        if ((await page.locator('.donate').count()) === (quiet ? 1 : 0)) faults.push(`${path}: Donate`);
        const height = await page.locator('.top').evaluate((bar) => bar.getBoundingClientRect().height);
        if (text === '100%' && height > 80) faults.push(`${path}: a bar of ${Math.round(height)} px`);
      });
      expect(faults).toEqual([]);
    },
  );

  test.each(['en-US', 'es-US'] as const)('opens everything else by the menu, without script: %s', async (locale) => {
    const { context, page } = await newVisit(browser, { baseUrl: app.url, width: 'phone', locale, javaScript: false });
    for (const [path, ways] of [
      ['/', ['/help', '/events', '/work', '/learn', '/search', '/sign-in']],
      ['/help', ['/help', '/events', '/work', '/learn', '/search', '/give']],
    ] as const) {
      await page.goto(path);
      const menu = page.locator('.menu nav');
      expect(await menu.isVisible()).toBe(false);
      await page.locator('.menu > summary').click();
      for (const to of ways) expect([path, to, await menu.locator(`a[href="${to}"]`).isVisible()]).toContain(true);
      expect(await menu.locator('.language').first().isVisible()).toBe(true);
      const exit = (await page.locator('.top .exit').boundingBox())!;
      expect(exit.x + exit.width).toBeLessThanOrEqual(360);
      expect(exit.y).toBeGreaterThanOrEqual(0);
    }
    await context.close();
  });

  test('keeps the exit of a quiet page on the screen while scrolling, above everything', async () => {
    const { context, page } = await newVisit(browser, { baseUrl: app.url, width: 'phone', locale: 'es-US' });
    for (const path of ['/help', '/work', '/talk', '/learn']) {
      await page.goto(path);
      for (const text of textSizes) {
        await setTextSize(page, text);
        await page.evaluate(() => window.scrollTo({ top: 900, behavior: 'instant' }));
        const seen = await page.locator('.top .exit').evaluate((exit) => {
          const { left, right, top, bottom } = exit.getBoundingClientRect();
          const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return left >= 0 && right <= 360 && top >= 0 && bottom <= 800 && exit.contains(there);
        });
        expect([path, text, seen]).toEqual([path, text, true]);
      }
    }
    await context.close();
  });

  test('prints no header over the text on any page', async () => {
    const { context, page } = await newVisit(browser, { baseUrl: app.url, width: 'desktop' });
    for (const width of [360, 720, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['/help', '/learn', '/learn/signs/print', '/work', '/', '/events']) {
        await page.goto(path);
        await page.emulateMedia({ media: 'print' });
        const pinned = await page.evaluate(() =>
          [...document.querySelectorAll('body *')]
            .filter((element) => {
              const { position, display, visibility } = getComputedStyle(element);
              const { width, height } = element.getBoundingClientRect();
              const shown = display !== 'none' && visibility !== 'hidden' && width > 1 && height > 1;
              return shown && (position === 'fixed' || position === 'sticky');
            })
            .map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
        );
        expect([path, width, pinned]).toEqual([path, width, []]);
        await page.emulateMedia({ media: null });
      }
    }
    await context.close();
  });

  test('keeps the exit on a personal page as well', async () => {
    const { id } = await aSignup(app.db);
    const answer = await followLink(`${app.url}/s/${linkOf(app, id)}`);
    expect(await answer.text()).toMatch(/<details class="menu">.*<a class="exit"/s);
  });
});
