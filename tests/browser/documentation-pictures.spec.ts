import { loadDemo, playGifts } from '@upstander/db';
import { Config } from '@upstander/platform';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { addSession, openScreen, waitForAnimations } from './support/admin.js';
import {
  addSessionCookie,
  describeInBrowser,
  launchBrowser,
  newVisit,
  screenshot,
  sidewaysScroll,
  takesScreenshots,
  type Width,
} from './support/index.js';

/** Only docs/screens.md, the README and the guides use these. `SCREENSHOTS=1` takes them again. */
describeInBrowser('the pictures in the documentation', () => {
  let app: TestApp;
  let browser: Browser;
  let event: { id: string; slug: string };

  beforeAll(async () => {
    app = await startApp({
      config: {
        FOUNDED_YEAR: '2014',
        PARTNERS: 'Harbor House, San Diego; Eastside Legal Aid; Queens Night Kitchen',
        ACCOUNTS_URL: 'https://example.org/form-990-2025.pdf',
      },
    });
    await loadDemo(app.db, app.clock.now(), app.config, { giftsFollow: takesScreenshots });
    if (takesScreenshots) await playGifts(app.nest.get(Config), app.clock.now(), { once: 150, recurringGifts: 6 });
    browser = await launchBrowser();
    [event] = (await app.db.query<{ id: string; slug: string }>(
      `SELECT e.id, e.slug FROM events.event e JOIN events.shift s ON s.event_id = e.id
       WHERE e.status = 'published' AND e.starts_at > now() + interval '1 day' AND NOT e.online AND e.contact_name = 'Rosa Delgado'
       GROUP BY e.id HAVING bool_or(s.is_full) AND bool_or(s.taken + 2 <= s.capacity) ORDER BY e.starts_at LIMIT 1`,
    )) as [typeof event];
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function capture(page: Page, name: string, pageErrors: readonly string[]): Promise<void> {
    expect([name, await page.locator('h1').count(), await sidewaysScroll(page)]).toEqual([name, 1, 0]);
    await waitForAnimations(page);
    await screenshot(page, name);
    expect(pageErrors).toEqual([]);
  }

  test.each<[name: string, path: () => string, width?: Width]>([
    ['site-home', () => '/'],
    ['site-home-phone', () => '/', 'phone'],
    ['site-events', () => '/events'],
    ['site-event', () => `/events/${event.slug}`],
    ['site-event-phone', () => `/events/${event.slug}`, 'phone'],
    ['site-give', () => '/fundraisers/two-thousand-safe-nights/give'],
    ['site-give-phone', () => '/fundraisers/two-thousand-safe-nights/give', 'phone'],
    ['site-article', () => '/learn/signs'],
    ['site-help', () => '/help'],
    ['site-help-phone', () => '/help', 'phone'],
    ['site-about', () => '/about#team'],
    ['site-fundraiser', () => '/fundraisers/two-thousand-safe-nights'],
    ['site-opportunities', () => '/opportunities'],
    ['site-business', () => '/business'],
  ])('%s', async (name, path, width = 'desktop') => {
    const { page, context, pageErrors } = await newVisit(browser, { baseUrl: app.url, width });
    await page.goto(path());
    await capture(page, name, pageErrors);
    await context.close();
  });

  test.each(['desktop', 'phone'] as const)('site-done: %s', async (width) => {
    const { page, context, pageErrors } = await newVisit(browser, { baseUrl: app.url, width });
    await page.goto(`/events/${event.slug}`);
    await page.getByLabel('Your name').fill('Ana Morales');
    await page.getByLabel('Email').first().fill(`ana-${width}@example.org`);
    // Shifts at the same time are radio buttons, others checkboxes.
    await page
      .locator('#sign-up')
      .getByLabel(/spots? left/)
      .first()
      .check();
    await page.locator('#sign-up').getByRole('button', { name: 'Sign up' }).click();
    await page.waitForURL(/\/done/);
    await capture(page, `site-done${width === 'phone' ? '-phone' : ''}`, pageErrors);
    await context.close();
  });

  test('site-account', async () => {
    const { cookie } = await app.signedIn({ email: 'ana@demo.example', name: 'Ana Morales' });
    const { page, context, pageErrors } = await newVisit(browser, { baseUrl: app.url });
    await addSessionCookie(context, app, cookie);
    await page.goto('/account');
    await capture(page, 'site-account', pageErrors);
    await context.close();
  });

  test('admin screens', async () => {
    const { cookie } = await app.signedIn({ role: 'admin', name: 'Alex Kim', email: 'admin@demo.example' });
    const { page, context, pageErrors } = await newVisit(browser, { baseUrl: app.url });
    await addSession(page, app.url, cookie);
    for (const [name, path] of Object.entries({
      'admin-home': '/admin/',
      'admin-inbox': '/admin/inbox',
      'admin-events': '/admin/events',
      'admin-event': `/admin/events/${event.id}`,
      'admin-new-event': '/admin/events/new',
      'admin-gifts': '/admin/gifts',
      'admin-reports': '/admin/reports',
      'admin-settings': '/admin/settings',
    })) {
      await openScreen(page, path);
      await capture(page, name, pageErrors);
    }
    await context.close();
  });
});
