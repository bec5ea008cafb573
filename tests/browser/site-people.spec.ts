import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aPhoto, photoOperations } from '../support/photos.js';
import { addSession, openScreen, waitForAnimations } from './support/admin.js';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  siteAppearances,
} from './support/index.js';

describeInBrowser('the people of the organization', () => {
  let app: TestApp;
  let browser: Browser;
  let admin: string;
  let photo: { id: string; consentId: string | null };

  beforeAll(async () => {
    // A minute, so that no cached page expires during a test.
    app = await startApp({ config: { PAGE_CACHE_SECONDS: '60', BOARD_MEMBERS: 'Tom Becker, treasurer' } });
    browser = await launchBrowser();
    admin = (await app.signedIn({ role: 'admin', name: 'Ada' })).cookie;
    photo = await aPhoto(app, { live: '2099-12-31' });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const html = async (path: string) => (await fetch(app.url + path)).text();

  test('shows the board from the settings until the first person of the board is added', async () => {
    expect(await html('/about')).toContain('Tom Becker, treasurer');
    expect(await html('/about')).not.toContain('id="team"');
  });

  test('an admin adds a person and chooses the portrait with their consent', async () => {
    const { page, context, pageErrors } = await newVisit(browser, { baseUrl: app.url });
    await addSession(page, app.url, admin);
    await openScreen(page, '/admin/settings/organization');
    const addPerson = async (name: string) => {
      await page.getByRole('button', { name: 'Add a person' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill(name);
      await dialog.getByLabel('Role in English').fill('Chair');
      await dialog.getByLabel('Role in Spanish').fill('Presidenta');
      await dialog.getByLabel('Group').selectOption('BOARD');
      await dialog.getByRole('button', { name: 'Add a person' }).click();
      await page.getByText('Added. Edit the person to choose a portrait.').last().waitFor();
      await dialog.waitFor({ state: 'hidden' });
    };
    await addPerson('Grace Kim');
    await addPerson('Ana Ruiz');
    await page.getByRole('button', { name: 'Edit Grace Kim' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Choose a photo' }).click();
    await page.getByText('There’s no photo that Grace Kim agreed to yet.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').first().waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Edit Ana Ruiz' }).click();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Choose a photo' }).click();
    await page.getByRole('button', { name: /Three people pack/ }).click();
    await page.getByText('The photo is on the page.').waitFor();
    expect(pageErrors).toEqual([]);
    await context.close();
  });

  test.each(siteAppearances)('shows portraits or initials: $locale, $width, dark: $dark', async (appearance) => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, ...appearance });
    for (const path of ['/about', '/']) {
      await page.goto(path);
      expect(await axeFindings(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      const people = page.locator('.people li');
      expect(await people.nth(0).locator('.portrait').innerText()).toBe('GK');
      expect(await people.nth(1).locator('img.portrait').getAttribute('src')).toContain(photo.id);
      expect(await people.nth(1).innerText()).toContain('Ana Ruiz');
      expect(await page.getByText('Tom Becker, treasurer').count()).toBe(0);
      const board = await page.getByText(/^Grace Kim, (Chair|Presidenta)$/).count();
      expect(board).toBe(path === '/' ? 1 : 0);
    }
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test('removes the portrait from cached pages as soon as consent is withdrawn', async () => {
    const portrait = `/photos/${photo.id}-portrait.webp`;
    for (const path of ['/about', '/', '/about?lang=es']) expect(await html(path)).toContain(portrait);
    await app.graphql(photoOperations.withdraw, { id: photo.consentId }, { cookie: admin });
    for (const path of ['/about', '/', '/about?lang=es']) {
      const text = await html(path);
      expect(text).not.toContain(portrait);
      expect(text).toContain('Ana Ruiz');
    }
    expect((await fetch(app.url + portrait)).status).toBe(410);
  });
});
