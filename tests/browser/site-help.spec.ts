import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { runAsOwner } from '../support/tampering.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

const html = async (app: TestApp, path: string, lang = 'en') =>
  (await fetch(app.url + path, { headers: { 'accept-language': lang } })).text();
const hotline = 'tel:+18883737888';

describe('help lines on the pages', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test('the footer of every page lists the three national help lines', async () => {
    for (const path of ['/', '/help', '/learn/signs', '/no/such/page']) {
      const page = await html(app, path);
      const missing = [hotline, 'tel:+18008435678', 'tel:911'].filter((number) => !page.includes(number));
      expect([path, missing]).toEqual([path, []]);
    }
  });

  test('a number changed by staff appears on every page within seconds, in both languages', async () => {
    await runAsOwner(app, `UPDATE learning.help_line SET name_es = 'Línea nueva' WHERE code = 'national-hotline'`);
    await eventually(async () => (await html(app, '/help', 'es')).includes('Línea nueva'));
    await runAsOwner(
      app,
      `UPDATE learning.help_line SET phone = '+18885550100', phone_shown = '1-888-555-0100' WHERE code = 'national-hotline'`,
    );
    for (const path of ['/help', '/', '/learn/signs', '/no/such/page']) {
      await eventually(async () => (await html(app, path)).includes('tel:+18885550100'));
      expect(await html(app, path)).not.toContain(hotline);
    }
  });

  test('each help line shows its source and year, and a verification date only after a person verified it', async () => {
    const page = await html(app, '/help');
    expect(page.match(/Source: [^<]+, 2026\./g)).toHaveLength(3);
    expect(page).not.toContain('checked it on');
    await runAsOwner(app, `UPDATE learning.help_line SET checked_on = '2026-11-29' WHERE code = 'missing-children'`);
    await eventually(async () => (await html(app, '/help')).includes('Our team checked it on'));
    expect(page).toMatch(
      /We don’t take tips\. If you saw something, these lines do: [^<]*Missing &amp; Exploited Children/,
    );
  });
});

describe('help lines without a database', () => {
  test('static quiet pages and the error page show the numbers', async () => {
    const app = await startApp();
    await runAsOwner(app, 'ALTER TABLE learning.help_line RENAME TO away');
    for (const path of ['/help', '/using-this-site', '/work', '/no/such/page']) {
      expect([path, (await html(app, path)).includes(hotline)]).toEqual([path, true]);
    }
    await app.db.pool.end();
    for (const path of [
      '/help',
      '/help?lang=es',
      '/using-this-site',
      '/work',
      '/talk',
      '/reply',
      '/opportunities',
      '/learn',
    ]) {
      const answer = await fetch(app.url + path);
      expect([path, (await answer.text()).includes(hotline)]).toEqual([path, true]);
    }
    expect((await fetch(`${app.url}/help`)).status).toBe(200);
    await app.nest.close().catch(() => undefined);
    await app.database.drop();
  });
});

describeInBrowser('help lines in the footer', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test('appear on a phone as a short strip one tap from calling and from the full list, without script', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
    await page.goto('/');
    const strip = await page.locator('#help').boundingBox();
    expect(strip!.height).toBeLessThan(260);
    await page.locator('#help summary').click();
    for (const link of await page.locator('#help a').all()) {
      expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(24);
    }
    await page.locator('#help').getByRole('link', { name: 'All ways to get help' }).click();
    await page.getByRole('heading', { level: 1, name: 'Get help' }).waitFor();
    expect(await page.locator(`a[href="${hotline}"]`).count()).toBe(1);
    await context.close();
  });
});
