import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aBusiness, anEvidenceCheck } from '../support/businesses.js';
import { anOpportunity } from '../support/opportunities.js';
import { addSession, waitUntilLoaded } from './support/admin.js';
import { describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';
import { runAsOwner } from '../support/tampering.js';

describeInBrowser('a moderator in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;

  beforeAll(async () => {
    app = await startApp({ safelisted: true, config: { TRUST_PROXY: 'true' } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(async () => {
    await runAsOwner(app, 'TRUNCATE opportunities.business CASCADE');
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
  });
  afterEach(async () => {
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.pageErrors).toEqual([]);
    await visit.context.close();
  });

  async function signInAs(name: string): Promise<void> {
    const { cookie } = await app.signedIn({ role: 'moderator', name });
    await page.context().clearCookies();
    await addSession(page, app.url, cookie);
  }

  async function record(kind: string, source: string): Promise<void> {
    await page.getByRole('button', { name: `Record: ${kind}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Yes, verified').check();
    await dialog.getByLabel('Source').fill(source);
    await dialog.getByRole('button', { name: 'Record check' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  test('a business is approved only by a second person', async () => {
    const business = await aBusiness(app.db, { legalName: 'Harbor Kitchen' });
    await signInAs('Rosa Delgado');
    await page.goto('/admin/');
    await page.getByRole('link', { name: '1 business or opportunity to review' }).click();
    await page.getByRole('link', { name: 'Harbor Kitchen' }).click();
    await page.getByText('Start the review, then decide.').waitFor();
    await page.getByRole('button', { name: 'Start the review' }).click();
    await page.getByText(/Complete these checks before anyone can approve/).waitFor();
    expect(await page.getByRole('button', { name: /Say yes/ }).count()).toBe(0);

    await record('Found in the public register', 'bizfileonline.sos.ca.gov/harbor');
    // The number the business gave proves nothing.
    await page.getByRole('button', { name: 'Record: Answered a call' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Yes, verified').check();
    await dialog.getByLabel('Source').fill('+1 310 555 0123');
    await dialog.getByRole('button', { name: 'Record check' }).click();
    await dialog.getByText('They gave us this number themselves.').waitFor();
    await dialog.getByLabel('Source').fill('+1 213 555 0188, from the register');
    await dialog.getByRole('button', { name: 'Record check' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await anEvidenceCheck(app.db, business.id, { kind: 'domain_mail' });
    await page.reload();
    await page.getByRole('button', { name: 'Approve (1 of 2)' }).click();
    await page.getByText('You’ve already approved it. Someone else has to give the second approval.').waitFor();
    expect(await page.getByRole('button', { name: /Say yes/ }).count()).toBe(0);

    await signInAs('Priya Nair');
    await page.goto('/admin/approvals');
    await page.getByText('1 of 2 approvals').waitFor();
    await page.getByRole('link', { name: 'Harbor Kitchen' }).click();
    await page.getByText('Rosa Delgado').first().waitFor();
    await page.getByRole('button', { name: 'Approve (2 of 2)' }).click();
    await page.getByText('Approved for a year. The business gets an email.').waitFor();
    const [row] = await app.db.query('SELECT status FROM opportunities.business WHERE id = $1', [business.id]);
    expect(row).toEqual({ status: 'approved' });

    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Suspend' }).click();
    await page.getByRole('button', { name: 'Suspend business' }).click();
    await page.getByText('Please fill this in.').waitFor();
    await page.getByLabel('Message to the business').fill('Somebody told us of unpaid hours.');
    await page.getByRole('button', { name: 'Suspend business' }).click();
    await page.getByText('Suspended. Its opportunities are hidden.').waitFor();
    await page.getByText('Somebody told us of unpaid hours.').first().waitFor();
  });

  test('shows an opportunity with its warning signs highlighted, requests changes, then approves it with tags', async () => {
    const opportunity = await anOpportunity(app.db, {
      business: { name: 'Golden Crust Bakery' },
      status: 'in_review',
      title: 'Baker',
      description: 'A deposit of $40 for the uniform is kept back. In\u200bclusive.',
    });
    await app.db.query(
      `INSERT INTO opportunities.red_flag (opportunity_id, rule, field, excerpt, found_at)
       VALUES ($1, 'FEE_ASKED', 'description', 'deposit of $40', now())`,
      [opportunity.id],
    );
    await signInAs('Rosa Delgado');
    await page.goto('/admin/approvals');
    await page.getByText('1 warning sign').waitFor();
    await page.getByRole('link', { name: 'Baker' }).click();
    await page.locator('mark', { hasText: 'deposit of $40' }).waitFor();
    await page.locator('mark', { hasText: 'U+200B' }).waitFor();

    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('There are warning signs. Explain why it’s OK.').waitFor();
    await page.getByRole('button', { name: 'Request changes' }).click();
    await page.getByLabel('Message to the business').fill('Please pay for the uniform yourselves.');
    await page.getByRole('dialog').getByRole('button', { name: 'Request changes' }).click();
    await page.getByText('We’re emailing your message to the business.').waitFor();
    await page.getByText('Please pay for the uniform yourselves.').first().waitFor();

    await app.db.query(
      `UPDATE opportunities.opportunity SET status = 'in_review', submitted_at = now() WHERE id = $1`,
      [opportunity.id],
    );
    await page.reload();
    await page.getByLabel('Why is it OK?').fill('They give the deposit back after a month.');
    await page.getByLabel('Handles cash').check();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Approved. It’s on the site, and the business gets an email.').waitFor();
    const [row] = await app.db.query('SELECT status, harm_tags FROM opportunities.opportunity WHERE id = $1', [
      opportunity.id,
    ]);
    expect(row).toEqual({ status: 'published', harm_tags: ['cash_handling'] });

    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Unpublish' }).click();
    await page.getByLabel('Message to the business').fill('The pay is not what you wrote.');
    await page.getByRole('button', { name: 'Unpublish' }).click();
    await page.getByText('Unpublished.').waitFor();
  });

  test('works the queue by keyboard alone, and single-key shortcuts can be turned off', async () => {
    const hour = 3_600_000;
    for (const [name, hours] of [
      ['First Bakery', 3],
      ['Second Laundry', 2],
      ['Third Kitchen', 1],
    ] as const) {
      await aBusiness(app.db, { legalName: name, now: new Date(Date.now() - hours * hour) });
    }
    await signInAs('Rosa Delgado');
    await page.goto('/admin/approvals');
    await waitUntilLoaded(page);
    const focused = () => page.locator(':focus').innerText();
    await page.keyboard.press('j');
    expect(await focused()).toBe('First Bakery');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Third Kitchen');
    await page.keyboard.press('j');
    expect(await focused()).toBe('Third Kitchen');
    await page.keyboard.press('k');
    expect(await focused()).toBe('Second Laundry');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Second Laundry' }).waitFor();
    await page.keyboard.press('u');
    await page.getByRole('heading', { level: 1, name: 'Approvals' }).waitFor();
    await page.locator('a:focus', { hasText: 'Second Laundry' }).waitFor();

    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('next item (Inbox, approvals, credentials)').waitFor();
    await dialog.getByLabel('Use single-key shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'First Bakery' }).focus();
    await page.keyboard.press('j');
    expect(await focused()).toBe('First Bakery');
    // Arrow keys are not single-key shortcuts, so they keep working in the queue.
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Second Laundry');
  });
});
