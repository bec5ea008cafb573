import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift } from '../support/factories.js';
import {
  createFullCampaign,
  describeInBrowser,
  launchBrowser,
  newVisit,
  budgetProblems,
  createOpportunities,
  type Budget,
  type VisitOptions,
} from './support/index.js';

/** A page without script, except for the quick exit. */
const publicPage: Budget = { bytes: 15.5 * 1024, scripts: ['/leave.js'], blocking: 1 };
/** On quiet pages, the quick exit works before anything is rendered. */
const quietPage: Budget = { ...publicPage, blocking: 2 };
const signIn: Budget = { bytes: 106 * 1024, blocking: 0 };

/** `npm run bench -- first-load` measures the time. */
describeInBrowser('the first page load on a phone', () => {
  let app: TestApp;
  let browser: Browser;
  let paths: string[];

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    const event = await anEvent(app.db, { title: 'Community kitchen' });
    for (let shift = 0; shift < 3; shift += 1) await aShift(app.db, { eventId: event.id });
    const { slug } = await createFullCampaign(app);
    await createOpportunities(app);
    paths = ['/', '/events', `/events/${event.slug}`, '/fundraisers', `/fundraisers/${slug}`, '/opportunities'];
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function visiting<T>(options: Partial<VisitOptions>, useVisit: (page: Page) => Promise<T>): Promise<T> {
    const visit = await newVisit(browser, { baseUrl: app.url, width: 'phone', ...options });
    const done = await useVisit(visit.page);
    expect(visit.pageErrors).toEqual([]);
    await visit.context.close();
    return done;
  }

  test('loads at most 15.5 KB, waits for one style sheet, runs no script but the quick exit, and has no layout shift', async () => {
    const over: Record<string, string[]> = {};
    for (const path of paths) {
      const found = await visiting({ obeysPolicy: true }, (page) =>
        budgetProblems(page, path, path === '/opportunities' ? quietPage : publicPage),
      );
      if (found.length > 0) over[path] = found;
    }
    expect(over).toEqual({});
  });

  test('detects a page that is heavy, blocks, runs a script and shifts its layout (control)', async () => {
    const found = await visiting({}, async (page) => {
      await page.route('**/heavy.js', (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          body: `onload = () => requestAnimationFrame(() => requestAnimationFrame(() => {
            document.body.style.paddingTop = '200px';
          })); // ${'x'.repeat(16_000)}`,
        }),
      );
      await page.route('**/events', async (route) => {
        const body = (await (await route.fetch()).text()).replace(
          '</head>',
          '<script src="/heavy.js"></script></head>',
        );
        await route.fulfill({ contentType: 'text/html', body });
      });
      return budgetProblems(page, '/events', publicPage);
    });
    expect(found).toEqual([
      expect.stringMatching(/^\d+ bytes$/),
      'runs /heavy.js',
      expect.stringMatching(/^waits for .*\/heavy\.js/),
      expect.stringMatching(/^moves by 0\.\d+: \w/),
    ]);
  });

  test.each(['/admin/sign-in', '/admin/sign-in?ended=1', '/admin/sign-in?step=second-step', '/admin/events?view=past'])(
    'the sign-in of the admin loads little and blocks on nothing: %s',
    async (path) => {
      expect(await visiting({ obeysPolicy: true }, (page) => budgetProblems(page, path, signIn))).toEqual([]);
    },
  );

  test('keeps input typed into the sign-in before its script loaded', async () => {
    await visiting({ locale: 'es-US' }, async (page) => {
      let releaseScript = (): void => undefined;
      const come = new Promise<void>((resolve) => (releaseScript = resolve));
      await page.route('**/*.js', async (route) => {
        await come;
        await route.continue();
      });
      await page.goto('/admin/sign-in', { waitUntil: 'commit' });
      await page.getByLabel('Correo electrónico').fill('rosa@example.org');
      await page.getByLabel('Contraseña', { exact: true }).fill('not the right one at all');
      const send = page.getByRole('button', { name: 'Iniciar sesión' });
      expect(await send.isDisabled()).toBe(true);
      await page.keyboard.press('Enter');
      releaseScript();
      await send.click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByLabel('Correo electrónico').inputValue()).toBe('rosa@example.org');
      expect(new URL(page.url()).pathname).toBe('/admin/sign-in');
    });
  });

  test("shows the sign-in in the language chosen in the admin, whatever the browser's language", async () => {
    await visiting({}, async (page) => {
      await page.goto('/admin/sign-in');
      await page.getByRole('button', { name: 'Español' }).click();
      await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
      await page.goto('/admin/chapters');
      await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('es');
      expect(new URL(page.url()).search).toBe('?to=%2Fchapters');
    });
  });
});
