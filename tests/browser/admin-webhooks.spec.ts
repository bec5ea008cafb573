import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
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

describeInBrowser('webhook endpoints of chapters in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let la: string;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    la = (await aChapter(app.db, { name: 'Los Angeles' })).id;
    await aChapter(app.db, { name: 'Davis' });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function visitAs(person: { role: string; chapterId?: string; locale?: 'en' | 'es' }): Promise<Page> {
    const { cookie } = await app.signedIn(person);
    const visit: Visit = await newVisit(browser, { baseUrl: app.url });
    await addSession(visit.page, app.url, cookie);
    return visit.page;
  }

  /** Looks for accessibility problems and sideways scrolling at both widths. */
  const check = async (page: Page, name: string) => {
    for (const width of ['desktop', 'phone'] as const) {
      await resizeTo(page, width);
      if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
      expect([name, width, await axeFindings(page), await sidewaysScroll(page)]).toEqual([name, width, [], 0]);
    }
    await resizeTo(page, 'desktop');
  };

  const chapterField = (page: Page) => page.getByLabel('Chapter', { exact: true });

  test('an organizer adds one for their own chapter, which they can’t change', async () => {
    const page = await visitAs({ role: 'organizer', chapterId: la });
    await openScreen(page, '/admin/settings/webhooks');
    await page.getByRole('link', { name: 'Add endpoint' }).first().click();
    await page.getByLabel('signup.created').waitFor();
    expect(await chapterField(page).isDisabled()).toBe(true);
    expect(await page.getByLabel('opportunity.published').count()).toBe(0);
    await page.getByLabel('Address').fill('https://hooks.example.org/la');
    await page.getByLabel('signup.created').check();
    await check(page, 'form-organizer');
    await page.getByRole('button', { name: 'Add endpoint' }).click();
    await page.getByRole('button', { name: 'I’ve stored it' }).click();
    await page.getByRole('heading', { name: 'Log' }).waitFor();
    const rows = await app.db.query('SELECT chapter_id AS "chapterId", types FROM integrations.webhook_endpoint');
    expect(rows).toEqual([{ chapterId: la, types: ['signup.created'] }]);
    await check(page, 'endpoint');
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('signup.created').waitFor();
    expect(await chapterField(page).isDisabled()).toBe(true);
    await page.getByLabel('shift.created').check();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('signup.created, shift.created').waitFor();
  });

  test('an admin chooses the chapter or the network, and filters the list by chapter', async () => {
    const page = await visitAs({ role: 'admin' });
    await openScreen(page, '/admin/settings/webhooks/new');
    await page.getByLabel('Address').fill('https://hooks.example.org/all');
    await page.getByLabel('opportunity.published').check();
    await page.getByLabel('event.created').check();
    await chapterField(page).selectOption('Davis');
    await page.getByLabel('opportunity.published').waitFor({ state: 'detached' });
    await check(page, 'form-admin');
    await page.getByRole('button', { name: 'Add endpoint' }).click();
    await page.getByRole('button', { name: 'I’ve stored it' }).click();
    await page.getByText('Davis', { exact: true }).first().waitFor();
    await app.db.query(
      `INSERT INTO integrations.webhook_endpoint (url, types, secret_sealed, created_at)
       VALUES ('https://hooks.example.org/network', '{event.created}', 'sealed', now())`,
    );
    await openScreen(page, '/admin/settings/webhooks');
    for (const chapter of ['Los Angeles', 'Davis', 'Whole network']) {
      await page.getByRole('cell', { name: chapter, exact: true }).waitFor();
    }
    await check(page, 'list-admin');
    await page.getByLabel('Chapter', { exact: true }).selectOption('Davis');
    await page.getByText('hooks.example.org/network').waitFor({ state: 'detached' });
    expect(await page.getByRole('link', { name: 'https://hooks.example.org/all' }).count()).toBe(1);
  });

  test('the form is in Spanish, too', async () => {
    const page = await visitAs({ role: 'admin', locale: 'es' });
    await openScreen(page, '/admin/account');
    await page.getByRole('button', { name: 'Español' }).click();
    await openScreen(page, '/admin/settings/webhooks/new');
    await page.getByLabel('Grupo local', { exact: true }).waitFor();
    await check(page, 'form-es');
  });
});
