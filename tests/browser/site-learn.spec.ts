import type { Browser } from 'playwright-core';
import { articles } from '@upstander/db';
import { startApp, type TestApp } from '../support/app.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

describeInBrowser('articles and help', () => {
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

  test('a parent finds an article from any footer, reads it, and reaches help with one click', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    await page.goto('/');
    await page.getByRole('contentinfo').locator('summary', { hasText: 'Take part' }).click();
    await page.getByRole('contentinfo').getByRole('link', { name: 'Learn' }).click();
    await page.getByRole('heading', { name: 'For parents and caregivers' }).waitFor();
    await page.getByRole('link', { name: 'When someone online gets close to your child' }).click();
    await page.getByRole('heading', { name: 'What to do first' }).waitFor();
    await page.getByRole('link', { name: 'Talking with your child, before and after' }).waitFor();
    expect(await page.getByText('National Center for Missing & Exploited Children, 2026').count()).toBe(1);
    await page.getByRole('main').getByRole('link', { name: 'Get help' }).click();
    await page.getByRole('link', { name: /Call National Human Trafficking Hotline/ }).waitFor();
    expect(await page.locator('#help').count()).toBe(1);
    await context.close();
  });

  test('every article opens in both languages with its own title, and the tab title is discreet', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url });
    for (const { slug, en, es } of articles) {
      await page.goto(`/learn/${slug}?lang=es`);
      expect([await page.getByRole('heading', { level: 1 }).innerText(), await page.title()]).toEqual([
        es.title,
        es.title,
      ]);
      await page.goto(`/learn/${slug}?lang=en`);
      expect([await page.getByRole('heading', { level: 1 }).innerText(), await page.title()]).toEqual([
        en.title,
        en.title,
      ]);
    }
    const missing = await page.goto('/learn/nothing');
    expect(missing?.status()).toBe(404);
    await context.close();
  });

  test('each language of an article has its own URL and is in the sitemap', async () => {
    const html = await (await fetch(`${app.url}/learn/signs?lang=es`)).text();
    expect(html).toMatch(/rel="canonical" href="[^"]+\/learn\/signs\?lang=es"/);
    const map = await (await fetch(`${app.url}/sitemap.xml`)).text();
    for (const { slug } of articles) expect(map).toContain(`/learn/${slug}<`);
    expect(map).toContain('/help<');
  });
});
