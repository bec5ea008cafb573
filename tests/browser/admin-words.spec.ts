import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { addSession, waitUntilLoaded } from './support/admin.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

describeInBrowser('texts loaded by the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let cookie: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    ({ cookie } = await app.signedIn({ role: 'admin', name: 'Rosa Delgado', email: 'rosa@example.org' }));
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test('the sign-in page is small, loads one language, and no texts of other screens', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url });
    const scripts = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.set(response.url(), response.body());
    });
    await page.goto('/admin/sign-in');
    await waitUntilLoaded(page);
    const weights = (await Promise.all(scripts.values())).map((body) => gzipSync(body).length);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(200 * 1024);
    expect(textBundles(scripts.keys())).toEqual(['start-words.en', 'start.en']);
    await context.close();
  });

  test('a screen loads only the texts of its area, in one language', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url });
    const scripts = new Set<string>();
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.add(response.url());
    });
    await addSession(page, app.url, cookie);
    const everywhere = ['admin-words.en', 'palette.en', 'session.en', 'start-words.en', 'start.en'];
    await page.goto('/admin/events');
    await waitUntilLoaded(page);
    expect(textBundles(scripts)).toEqual([...everywhere, 'events.en', 'money.en', 'views.en'].sort());
    await page.getByRole('link', { name: 'New event' }).first().click();
    await page.getByRole('heading', { name: 'New event' }).waitFor();
    expect(textBundles(scripts)).toContain('eventForm.en');
    // Switching the language loads only the texts of screens already shown.
    scripts.clear();
    await page.evaluate(() => localStorage.setItem('upstander.locale', 'es'));
    await page.goto('/admin/events');
    await waitUntilLoaded(page);
    const spanish = [...everywhere, 'events.en', 'money.en', 'views.en']
      .map((name) => name.replace(/en$/, 'es'))
      .sort();
    expect(textBundles(scripts)).toEqual(spanish);
    await context.close();
  });
});

/** For example `events.en`. */
function textBundles(scripts: Iterable<string>): string[] {
  return [...scripts].flatMap((url) => /([\w-]+\.(?:en|es))(?:\.generated)?-/.exec(url)?.[1] ?? []).sort();
}
