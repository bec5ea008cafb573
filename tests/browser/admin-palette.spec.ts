import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { addSession, waitUntilLoaded, waitForAnimations } from './support/admin.js';
import { axeFindings, resetVisit, describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';
import { aMoneyDesk } from './support/money-desk.js';

describeInBrowser('search, shortcuts and theme', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
    await aMoneyDesk(app);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  afterEach(() => {
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.pageErrors).toEqual([]);
  });

  const signedInAs = async (role: 'admin' | 'organizer') => {
    await resetVisit(visit);
    const { cookie } = await app.signedIn({ role, name: 'Rosa Delgado', email: `${role}@example.org` });
    await addSession(page, app.url, cookie);
    await page.goto('/admin/');
    await waitUntilLoaded(page);
  };
  const palette = () => page.getByRole('combobox', { name: 'Search screens, people, events and money' });

  test("finds a gift with two keys and its donor's name", async () => {
    await signedInAs('admin');
    await page.keyboard.press('Control+k');
    await palette().fill('Grace Oka');
    const gift = page.getByRole('group', { name: 'Gifts' }).getByRole('option').first();
    await gift.waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    // A screen reader announces the option that Enter would choose.
    expect(await palette().getAttribute('aria-activedescendant')).toBe(await gift.getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Grace Okafor' }).waitFor();
  });

  test('finds a screen by name ignoring case and accents, and arrow keys wrap around', async () => {
    await signedInAs('admin');
    await page.getByRole('button', { name: 'Search', exact: false }).first().click();
    await palette().fill('ledger trans');
    const chosen = page.getByRole('listbox').getByRole('option', { selected: true });
    expect(await chosen.innerText()).toContain('Transactions');
    for (const [words, screen] of [
      ['roster', 'Events'],
      ['hours', 'Hours to approve'],
      ['waivers', 'Credentials'],
      ['messages tags', 'Volunteers'],
    ] as const) {
      await palette().fill(words);
      await page.getByRole('option', { name: screen }).first().waitFor();
    }
    await palette().fill('');
    await page.keyboard.press('ArrowUp');
    expect(await chosen.innerText()).toContain('Keyboard shortcuts');
    await page.keyboard.press('ArrowDown');
    expect(await chosen.innerText()).toBe('Home');
  });

  test('offers an organizer only what organizers may open, and searches nothing else', async () => {
    await signedInAs('organizer');
    await page.keyboard.press('Control+k');
    await palette().fill('Safe rooms');
    await page.getByRole('option', { name: 'Safe rooms for forty nights' }).waitFor();
    expect(await page.getByRole('group', { name: 'Gifts' }).count()).toBe(0);
    await palette().fill('');
    expect(await page.getByRole('option', { name: 'Ledger' }).count()).toBe(0);
    await page.getByRole('option', { name: 'New event' }).click();
    await page.waitForURL('**/admin/events/new');
  });

  test('shows the shortcuts on a question mark unless the user is typing', async () => {
    await signedInAs('admin');
    await page.goto('/admin/gifts');
    await waitUntilLoaded(page);
    await page.keyboard.press('/');
    await page.keyboard.type('a?');
    expect(await page.getByRole('searchbox').inputValue()).toBe('a?');
    await page.waitForURL(/[?&]text=a/);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('keeps the chosen theme after a reload', async () => {
    await signedInAs('admin');
    await page.getByLabel('Theme').selectOption('dark');
    await page.reload();
    await waitUntilLoaded(page);
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    expect(await page.getByLabel('Theme').inputValue()).toBe('dark');
  });
});
