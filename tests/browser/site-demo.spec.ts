import { loadDemo } from '@upstander/db';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { addSession, waitForAnimations } from './support/admin.js';
import {
  addSessionCookie,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  widths,
  type Width,
} from './support/index.js';

describeInBrowser('the site with demo data', () => {
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

  async function allEvents(page: Page): Promise<string[]> {
    const found: string[] = [];
    await page.goto('/events');
    for (;;) {
      const links = await page.locator('.row h3 a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      found.push(...links.filter((href) => href !== null));
      const later = page.getByRole('link', { name: 'Later events' });
      if ((await later.count()) === 0) return found;
      await later.click();
      await page.waitForURL(/after=/);
      await page.waitForLoadState();
    }
  }

  test('lists every event and series once, and each page opens and fits a small phone', async () => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    // Stops the clock: an event ending during the test would be missing from the count.
    const now = new Date();
    app.clock.set(now);
    const addresses = await allEvents(page);
    app.clock.release();
    const [{ n } = { n: 0 }] = await app.db.query<{ n: number }>(
      // Events that started before midnight local time aren't listed, even if still in progress.
      // A series is listed once, with its next date.
      `SELECT (count(*) FILTER (WHERE series_id IS NULL) + count(DISTINCT series_id) FILTER (WHERE status = 'published'))::int AS n
       FROM events.event WHERE status IN ('published', 'cancelled') AND ends_at > $1
         AND starts_at_local >= date_trunc('day', $1::timestamptz AT TIME ZONE time_zone)`,
      [now],
    );
    expect(addresses).toHaveLength(n);
    expect(new Set(addresses).size).toBe(n);
    for (const address of addresses) {
      const answer = await page.goto(address);
      expect([address, answer?.status(), await sidewaysScroll(page)]).toEqual([address, 200, 0]);
    }
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test('shows Ana the shifts near her home with their distance', async () => {
    const { cookie } = await app.signedIn({ email: 'ana@demo.example', name: 'Ana Morales' });
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    await addSessionCookie(context, app, cookie);
    await page.goto('/events?view=shifts&weekday=any&language=any');
    expect(await page.locator('#postcode').inputValue()).toBe('90026');
    expect(await page.locator('.shift-row').count()).toBeGreaterThan(3);
    expect(await page.getByText(/\d mi\b/).count()).toBeGreaterThan(2);
    expect(await page.locator('.shift-row').getByText('San Diego').count()).toBe(0);
    await context.close();
  });

  test.each(Object.keys(widths) as Width[])('the school board opens without errors: %s', async (width) => {
    const { cookie } = await app.signedIn({ role: 'admin', name: 'Rosa Delgado' });
    const { page, context, pageErrors } = await newVisit(browser, { baseUrl: app.url, width });
    await addSession(page, app.url, cookie);
    await page.goto('/admin/schools');
    await page.getByRole('region', { name: /^District: / }).waitFor();
    await waitForAnimations(page);
    expect(pageErrors).toEqual([]);
    await context.close();
  });
});
