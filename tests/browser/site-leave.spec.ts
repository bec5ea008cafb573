import type { Browser, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { join } from 'node:path';
import { startApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import {
  browserHistory,
  describeInBrowser,
  launchBrowser,
  newVisit,
  startPretendWeather,
  type Visit,
  type VisitOptions,
  type Weather,
} from './support/index.js';

describeInBrowser('the quick exit', () => {
  let app: TestApp;
  let browser: Browser;
  let weather: Weather;

  beforeAll(async () => {
    weather = await startPretendWeather();
    app = await startApp({ config: { LEAVE_TO: weather.url } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await weather.close();
  });

  async function visit(
    options: Partial<VisitOptions> = {},
    inBrowser = browser,
  ): Promise<Visit & { requests: string[] }> {
    const opened = await newVisit(inBrowser, { baseUrl: app.url, width: 'phone', obeysPolicy: true, ...options });
    const requests: string[] = [];
    opened.context.on('request', (request) => requests.push(request.url().replace(app.url, '')));
    return { ...opened, requests };
  }

  const waitForWeather = (page: Page) => page.waitForURL(`${weather.url}/`);
  const exit = (page: Page) => page.getByRole('link', { name: 'Exit now' });
  const state = (page: Page) => page.locator('#leaving').textContent();
  const onlyLeft = () => ['/leave', `${weather.url}/`];

  describe.each([{ javaScript: true }, { javaScript: false }])('with scripts: $javaScript', ({ javaScript }) => {
    test('one click leads to the weather, ends the session, and requests nothing else', async () => {
      const { page, context, requests } = await visit({ javaScript });
      const { cookie } = await app.signedIn();
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: app.url }]);
      await page.goto('/events?lang=es');
      expect(await context.cookies()).toHaveLength(2);
      await page.waitForLoadState('networkidle');
      requests.length = 0;
      await page.getByRole('link', { name: 'Salir ya' }).click();
      await waitForWeather(page);
      expect(requests).toEqual(onlyLeft());
      expect(await context.cookies()).toEqual([]);
      await context.close();
    });

    test('is the second tab stop on every page', async () => {
      const { page, context } = await visit({ javaScript });
      await page.goto('/using-this-site');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await waitForWeather(page);
      await context.close();
    });
  });

  test('the page disappears on click, before any response', async () => {
    const { page, context } = await visit();
    await page.goto('/using-this-site');
    const left = await page.evaluate(() => {
      document.querySelector<HTMLElement>('.exit')?.click();
      return { seen: document.body.innerText.trim(), title: document.title };
    });
    expect(left).toEqual({ seen: 'Leaving.', title: new URL(app.url).host });
    await waitForWeather(page);
    await context.close();
  });

  test('Back does not return to the left page', async () => {
    const { page, context } = await visit();
    await page.goto('/');
    await page.getByRole('link', { name: 'Using this site safely' }).click();
    await page.getByRole('heading', { level: 1, name: 'Using this site safely' }).waitFor();
    await exit(page).click();
    await waitForWeather(page);
    expect((await browserHistory(page)).addresses).toEqual(['about:blank', '/', `${weather.url}/`]);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/');
    await context.close();
  });

  test('Back does not restore it even with a back/forward cache', async () => {
    const keeping = await launchBrowser({ keepsPages: true });
    const { page, context } = await visit({}, keeping);
    await page.goto('/');
    await page.locator('.menu > summary').click();
    await page.locator('.menu').getByRole('link', { name: 'Work and training' }).click();
    await page.getByRole('link', { name: 'How to use this site safely' }).click();
    await page.getByRole('heading', { level: 1, name: 'Using this site safely' }).waitFor();
    await exit(page).click();
    await waitForWeather(page);
    await page.goBack().catch(() => undefined);
    await waitForWeather(page);
    expect(await page.content()).toContain('Sunny');
    await context.close();
    await keeping.close();
  });

  test('returning from another site to a quiet page shows the weather again', async () => {
    const { page, context, requests } = await visit();
    await page.goto('/');
    await page.locator('.menu > summary').click();
    await page.locator('.menu').getByRole('link', { name: 'Work and training' }).click();
    await page.getByRole('link', { name: 'How to use this site safely' }).click();
    await page.getByRole('heading', { level: 1, name: 'Using this site safely' }).waitFor();
    await exit(page).click();
    await waitForWeather(page);
    requests.length = 0;
    // The quick exit follows so fast that the browser aborts the first navigation.
    await page.goBack().catch(() => undefined);
    await waitForWeather(page);
    expect(requests.filter((address) => address === '/leave')).toHaveLength(1);
    expect((await browserHistory(page)).addresses).toEqual(['about:blank', '/', `${weather.url}/`, `${weather.url}/`]);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/');
    await context.close();
  });

  test('Back works normally between our own pages', async () => {
    const { page, context } = await visit();
    await page.goto('/work');
    await page.getByRole('link', { name: 'How to use this site safely' }).click();
    await page.getByRole('heading', { level: 1, name: 'Using this site safely' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Before you look around' }).waitFor();
    await context.close();
  });

  describe('with the Shift key', () => {
    /** Opens a page with a controlled clock, because a busy machine may take seconds between key presses. */
    async function open(page: Page): Promise<void> {
      await page.clock.install({ time: 0 });
      await page.goto('/events');
      await page.clock.pauseAt(3_600_000);
    }

    test('three presses leave, with progress shown', async () => {
      const { page, context, requests } = await visit();
      await open(page);
      expect(await state(page)).toBe('');
      await page.keyboard.press('Shift');
      expect(await state(page)).toBe('Shift. Press it two more times to leave.');
      await page.keyboard.press('Shift');
      expect(await state(page)).toBe('Shift. Press it again to leave.');
      await page.waitForLoadState('networkidle');
      requests.length = 0;
      await page.keyboard.press('Shift');
      await waitForWeather(page);
      expect(requests).toEqual(onlyLeft());
      await context.close();
    });

    test("capital letters, other keys in between and clicks don't count", async () => {
      const { page, context } = await visit();
      await open(page);
      await page.getByRole('textbox').first().focus();
      for (const key of ['A', 'N', 'A']) await page.keyboard.press(`Shift+${key}`);
      expect(await state(page)).toBe('');
      await page.keyboard.press('Shift');
      await page.keyboard.press('Shift');
      await page.keyboard.press('x');
      expect(await state(page)).toBe('');
      await page.keyboard.press('Shift');
      await page.keyboard.down('Shift');
      await page.locator('h1').click();
      await page.keyboard.up('Shift');
      expect(await state(page)).toBe('Shift. Press it two more times to leave.');
      await page.keyboard.down('Control');
      await page.keyboard.press('Shift');
      await page.keyboard.up('Control');
      expect(await state(page)).toBe('');
      expect(new URL(page.url()).pathname).toBe('/events');
      await context.close();
    });

    test('holding the key counts as one press', async () => {
      const { page, context } = await visit();
      await open(page);
      for (let times = 0; times < 5; times += 1) await page.keyboard.down('Shift');
      await page.keyboard.up('Shift');
      expect(await state(page)).toBe('Shift. Press it two more times to leave.');
      await context.close();
    });

    test('starts over after five seconds between presses', async () => {
      const { page, context } = await visit();
      await open(page);
      await page.keyboard.press('Shift');
      await page.clock.runFor(4900);
      await page.keyboard.press('Shift');
      expect(await state(page)).toBe('Shift. Press it again to leave.');
      await page.clock.runFor(5100);
      expect(await state(page)).toBe('You’re still here. Press Shift three times to leave.');
      await page.keyboard.press('Shift');
      expect(await state(page)).toBe('Shift. Press it two more times to leave.');
      await context.close();
    });
  });

  test('the script is about a kilobyte, stores nothing and requests only the exit URL', () => {
    const script = readFileSync(join(process.cwd(), 'apps/site/public/leave.js'), 'utf8');
    expect(brotliCompressSync(script).length).toBeLessThan(1024);
    expect(script).not.toMatch(/storage|cookie|indexedDB|fetch|XMLHttp|sendBeacon|import|caches|name\s*=/i);
  });

  test('the content security policy allows only this script of our host', async () => {
    const { page, context, pageErrors } = await visit();
    await page.goto('/events');
    await page.keyboard.press('Shift');
    expect(await state(page)).not.toBe('');
    expect(pageErrors).toEqual([]);
    for (const other of ['/prove.js', '/favicon.svg', '/leave.js/more']) {
      await page.evaluate(
        (src) =>
          new Promise((onerror) => {
            document.head.append(Object.assign(document.createElement('script'), { src, onerror }));
          }),
        other,
      );
    }
    // The page gets the violation event separately from the console.
    await eventually(() => pageErrors.filter((text) => text.includes('Content Security Policy')).length === 3);
    await context.close();
  });
});
