import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { describeInBrowser, launchBrowser } from './support/index.js';

describeInBrowser('the motion of the site', () => {
  let app: TestApp;
  let browser: Browser;
  let fundraiser: string;
  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    fundraiser = `/fundraisers/${(await aCampaign(app.db)).slug}`;
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function visit(reducedMotion: 'reduce' | 'no-preference'): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ baseURL: app.url, reducedMotion });
    await context.addInitScript(() => {
      addEventListener('pagereveal', ({ viewTransition }) => {
        document.documentElement.dataset['fades'] = String(viewTransition !== null);
      });
    });
    return { context, page: await context.newPage() };
  }

  const fadesTo = async (page: Page, path: string) => {
    await page.locator(`a[href="${path}"]:visible`).first().click();
    await page.waitForURL(`**${path}`);
    return page.locator('html').getAttribute('data-fades');
  };

  test('fades between pages, but not to or from a quiet page', async () => {
    const { context, page } = await visit('no-preference');
    const violations: string[] = [];
    page.on('console', (message) => message.type() === 'error' && violations.push(message.text()));
    await page.goto('/');
    expect(await fadesTo(page, '/events')).toBe('true');
    expect(await fadesTo(page, '/help')).toBe('false');
    expect(await fadesTo(page, '/learn')).toBe('false');
    expect(await fadesTo(page, '/events')).toBe('false');
    expect(violations).toEqual([]);
    await context.close();
  });

  test('has no motion for visitors who prefer less', async () => {
    const { context, page } = await visit('reduce');
    await page.goto('/');
    expect(await fadesTo(page, '/events')).toBe('false');
    await page.goto(fundraiser);
    const animation = await page
      .locator('progress')
      .first()
      .evaluate((bar) => getComputedStyle(bar).animationName);
    expect(animation).toBe('none');
    await context.close();
  });

  test('fills progress once in 600 ms and answers a press in 120 ms', async () => {
    const { context, page } = await visit('no-preference');
    await page.goto(fundraiser);
    const bar = await page
      .locator('progress')
      .first()
      .evaluate((element) => {
        const { animationDuration, animationIterationCount } = getComputedStyle(element);
        return [animationDuration, animationIterationCount];
      });
    expect(bar).toEqual(['0.6s', '1']);
    const button = await page
      .locator('.button')
      .first()
      .evaluate((element) => getComputedStyle(element).transitionDuration);
    expect(new Set(button.split(', '))).toEqual(new Set(['0.12s']));
    await context.close();
  });
});
