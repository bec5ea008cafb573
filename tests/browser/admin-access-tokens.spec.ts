import type { Browser, Page } from 'playwright-core';
import { anAccessToken } from '../support/access-tokens.js';
import { refusal, startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { addSession, openScreen } from './support/admin.js';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  resizeTo,
  sidewaysScroll,
  type Visit,
} from './support/index.js';

const shots = process.env['SHOTS'];

describeInBrowser('access tokens in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let admin: { accountId: string; cookie: string };

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
    await aChapter(app.db, { name: 'Los Angeles' });
    admin = await app.signedIn({ role: 'admin', name: 'Alex Admin' });
    await addSession(page, app.url, admin.cookie);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** Looks for accessibility problems and sideways scrolling at both widths. */
  const check = async (name: string) => {
    for (const width of ['desktop', 'phone'] as const) {
      await resizeTo(page, width);
      if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
      expect([name, width, await axeFindings(page), await sidewaysScroll(page)]).toEqual([name, width, [], 0]);
    }
    await resizeTo(page, 'desktop');
  };

  test('an admin creates a token by checklist, sees its secret once, and revokes it', async () => {
    await openScreen(page, '/admin/settings/access-tokens');
    await page.getByText('No access tokens yet').waitFor();
    await check('tokens-empty');
    await page.getByRole('button', { name: 'Create token' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Zapier: newsletter');
    await dialog.getByRole('radio', { name: 'Events and shifts: View' }).check();
    await dialog.getByRole('radio', { name: 'Sign-ups and check-in: Manage' }).check();
    await check('token-form');
    await anAccessToken(app, admin.accountId, {
      kind: 'service',
      name: 'Old website',
      viewAreas: ['events'],
      expiresAt: new Date(app.clock.now().valueOf() + 5 * 86_400_000),
    });
    await dialog.getByRole('button', { name: 'Create token' }).click();
    const secret = (await dialog.locator('pre').innerText()).trim();
    expect(secret).toMatch(/^ups_[0-9A-Za-z]{49}$/);
    await check('token-secret');
    await dialog.getByRole('button', { name: 'I’ve stored it' }).click();
    await page.getByText('Zapier: newsletter').waitFor();
    expect(await page.getByText(secret).count()).toBe(0);
    const use = async () =>
      refusal(
        await app.graphql('{ manageEvents { totalCount } }', {}, { headers: { authorization: `Bearer ${secret}` } }),
      );
    expect(await use()).toBeNull();
    await page.getByText('Expires soon').waitFor();
    await check('tokens');
    await page.getByRole('button', { name: 'Revoke: Zapier: newsletter' }).click();
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked', { exact: true }).waitFor();
    expect(await use()).toBe('INVALID_TOKEN');
  });

  test('an organizer has their own tokens on the account page, in Spanish too', async () => {
    const organizer = await app.signedIn({ role: 'organizer', locale: 'es', name: 'Olga Organiza' });
    await anAccessToken(app, organizer.accountId, { name: 'n8n', viewAreas: ['events'], manageAreas: ['roster'] });
    await addSession(page, app.url, organizer.cookie);
    await openScreen(page, '/admin/account');
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByText('Tokens de acceso').waitFor();
    await page.getByText('n8n').waitFor();
    expect(await page.getByText('Old website').count()).toBe(0);
    await check('account');
    await page.getByRole('button', { name: 'Crear token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^Donaciones.*: Ver$/ }).waitFor();
    expect(await dialog.getByRole('radio', { name: /recurrentes/ }).count()).toBe(0);
    await check('account-form');
  });
});
