import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { addSession, waitUntilLoaded } from './support/admin.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit } from './support/index.js';

describeInBrowser('an admin screen opened offline', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test('shows that it is offline and opens once the network is back', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url });
    await addSession(page, app.url, (await app.signedIn({ role: 'admin' })).cookie);
    await page.goto('/admin/events');
    await waitUntilLoaded(page);
    await context.setOffline(true);
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^People/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Couldn’t load this screen' }).waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Volunteers' }).waitFor();
    await context.close();
  });
});
