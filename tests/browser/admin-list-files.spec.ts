import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { aChapter } from '../support/factories.js';
import { aBusiness } from '../support/businesses.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { addSession, waitForAnimations } from './support/admin.js';
import { axeFindings, resetVisit, describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';

describeInBrowser('a long list of pledges', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let chapterId: string;
  const many = 1_230;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
    chapterId = (await aChapter(app.db, { name: 'Los Angeles' })).id;
    const campaign = await aCampaign(app.db, { chapterId, title: 'Safe rooms', now: app.clock.now() });
    const { accountId } = await app.signedIn({ role: 'admin', name: 'Rosa Delgado', email: 'rosa@example.org' });
    await app.db.query(
      `INSERT INTO fundraising.pledge (campaign_id, name, amount_minor, currency, status, recorded_by, recorded_at)
       SELECT $1, 'Bank ' || n, 1050, 'USD', CASE WHEN n % 3 = 0 THEN 'withdrawn' ELSE 'open' END, $2, $3
       FROM generate_series(1, ${many}) n`,
      [campaign.id, accountId, app.clock.now()],
    );
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(async () => {
    await resetVisit(visit);
    const { cookie } = await app.signedIn({ role: 'admin', name: 'Rosa Delgado', email: 'rosa@example.org' });
    await addSession(page, app.url, cookie);
    await page.goto('/admin/gifts/pledges');
  });
  afterEach(() => {
    expect(visit.pageErrors).toEqual([]);
  });

  const askForFile = async () => {
    await page.getByRole('button', { name: /^Options:/ }).click();
    await page.getByRole('menuitem', { name: 'Download as CSV' }).click();
  };

  test('shows the total, and updates it when filtered', async () => {
    await page.getByText('Total: $12,915.00').waitFor();
    await page.getByLabel('Status').selectOption({ label: 'Withdrawn' });
    await page.getByText('Total: $4,305.00').waitFor();
  });

  const linesOfFile = async () => {
    const downloaded = page.waitForEvent('download');
    await askForFile();
    return readFileSync(await (await downloaded).path(), 'utf8')
      .trim()
      .split('\r\n');
  };

  test('exports every row, not just the first thousand', async () => {
    const lines = await linesOfFile();
    expect(lines).toHaveLength(many + 1);
    expect(new Set(lines.map((line) => line.split(' ·')[0])).size).toBe(many + 1);
    expect(lines.slice(1).every((line) => line.includes('10.50,USD'))).toBe(true);
    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
  });

  test('exports relative times (“3 days ago”) as timestamps', async () => {
    const now = new Date(app.clock.now().getTime() - 3 * 86_400_000);
    await aBusiness(app.db, { legalName: 'Waiting Bakery', now });
    await aBusiness(app.db, { legalName: 'Vetted Bakery', now, status: 'approved', approvedUntil: '2099-03-01' });
    await page.goto('/admin/businesses?view=all');
    await page.getByText(/^submitted 3 days ago · 0 of 2 approvals$/).waitFor();
    await page.getByText('approved until Mar 1, 2099').waitFor();
    const [, vetted = '', waiting = ''] = await linesOfFile();
    expect(vetted).toMatch(/^"Vetted Bakery · Los Angeles, CA · \S+",approved until 2099-03-01,/);
    const [, said = ''] = /,submitted (\S+) · 0 of 2 approvals,/.exec(waiting) ?? [];
    expect(said).toMatch(/^\d{4}(-\d\d){2}T\d\d(:\d\d){2}[+-]\d\d:\d\d$/);
    expect(Math.floor(now.getTime() / 1000)).toBe(new Date(said).getTime() / 1000);
  });

  test('shows the progress of an export and can cancel it', async () => {
    let pagesRequested = 0;
    await page.route('**/graphql', async (route) => {
      const wanted = route.request().postData() ?? '';
      if (wanted.includes('"first":100') && (pagesRequested += 1) > 2) return;
      await route.continue();
    });
    await askForFile();
    await page.getByText('Preparing the file: 200 rows so far.').waitFor();
    await eventually(() => pagesRequested === 3);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText(/Preparing the file/).waitFor({ state: 'hidden' });
    expect(pagesRequested).toBe(3);
  });

  test('offers a saved and shared view to a colleague of the chapter', async () => {
    const menu = page.getByRole('button', { name: /^Options:/ });
    await page.getByLabel('Status').selectOption({ label: 'Withdrawn' });
    await page.getByText('Total: $4,305.00').waitFor();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Save or delete views' }).click();
    const dialog = page.getByRole('dialog', { name: 'Saved views' });
    await dialog.getByLabel('Name').fill('Broken promises');
    await dialog.getByLabel('Visible to').selectOption({ label: 'Everyone in Los Angeles' });
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await page.getByText('“Broken promises” saved.').waitFor();

    const colleague = await app.signedIn({ role: 'finance', chapterId, name: 'Priya Nair' });
    await addSession(page, app.url, colleague.cookie);
    await page.goto('/admin/gifts/pledges');
    await menu.click();
    await page.getByRole('menuitem', { name: 'Broken promises · shared by Rosa Delgado' }).click();
    await page.getByText('Total: $4,305.00').waitFor();
    expect(new URL(page.url()).search).toBe('?status=WITHDRAWN');
  });
});
