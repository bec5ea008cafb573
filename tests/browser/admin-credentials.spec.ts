import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aCredential, aCredentialType } from '../support/credentials.js';
import { aChapter } from '../support/factories.js';
import { aVolunteer } from '../support/volunteers.js';
import { addSession, dayFromNow, openScreen, waitUntilLoaded, waitForAnimations } from './support/admin.js';
import {
  adminAppearances,
  axeFindings,
  resetVisit,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  type Visit,
} from './support/index.js';

describeInBrowser('credentials in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let cookie: string;
  let adminCookie: string;
  let ana: string;
  let waiver: string;
  let training: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    // A time zone where it's already tomorrow for most of the organization's day.
    visit = await newVisit(browser, { baseUrl: app.url, timeZone: 'Pacific/Kiritimati' });
    page = visit.page;
    const { id: chapterId } = await aChapter(app.db, { name: 'Los Angeles' });
    ({ cookie } = await app.signedIn({ role: 'organizer', chapterId, name: 'Rosa Delgado' }));
    ({ cookie: adminCookie } = await app.signedIn({ role: 'admin', name: 'Ines Vega' }));
    training = (await aCredentialType(app.db, { name: 'Safeguarding training', validMonths: 24 })).id;
    waiver = (await aCredentialType(app.db, { kind: 'waiver', name: 'Volunteer waiver' })).id;
    const check = await aCredentialType(app.db, { kind: 'screening', name: 'Background check' });
    const people = ['Ana Reyes', 'Ben Ortiz', 'Cal Vega', 'Dee Park'];
    const ids: string[] = [];
    for (const [index, name] of people.entries()) {
      const { id } = await aVolunteer(app, chapterId, { name });
      await aCredential(app.db, {
        volunteerId: id,
        typeId: training,
        status: 'claimed',
        issuedOn: dayFromNow(-30),
        at: new Date(Date.now() - (9 - index) * 86_400_000),
      });
      ids.push(id);
    }
    [ana] = ids as [string];
    await aCredential(app.db, { volunteerId: ana, typeId: waiver, expiresOn: dayFromNow(9) });
    await app.db.query(
      `INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, created_at, updated_at)
       VALUES ($1, $2, 'screening', 'requested', now() - interval '9 days', now())`,
      [ana, check.id],
    );
    for (const step of [
      `status = 'disclosed', disclosed_at = now() - interval '8 days', text_version = 1`,
      `status = 'authorised', authorised_at = now() - interval '7 days', signed_name = 'Ana Reyes'`,
    ]) {
      await app.db.query(`UPDATE volunteers.credential SET ${step} WHERE type_id = $1`, [check.id]);
    }
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(async () => {
    await resetVisit(visit);
    await addSession(page, app.url, cookie);
  });
  afterEach(() => {
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.pageErrors).toEqual([]);
  });

  const names = () => page.getByRole('rowheader').locator('a').allInnerTexts();

  test.each(adminAppearances)('has no accessibility violations: $locale, $width', async ({ locale, width }) => {
    const look = await newVisit(browser, { baseUrl: app.url, locale, width });
    await addSession(look.page, app.url, adminCookie);
    const findings: Record<string, string[]> = {};
    const paths = [
      '/admin/credentials',
      '/admin/credentials?view=expiring',
      '/admin/credentials/types',
      `/admin/credentials/types/${waiver}`,
      `/admin/volunteers/${ana}`,
      `/admin/volunteers?credential=${training}&holding=MISSING`,
      '/admin/',
    ];
    for (const path of paths) {
      await openScreen(look.page, path);
      await waitForAnimations(look.page);
      const found = await axeFindings(look.page);
      if ((await sidewaysScroll(look.page)) > 0) found.push('scrolls sideways');
      if (found.length > 0) findings[path] = found;
    }
    expect(findings).toEqual({});
    await look.context.close();
  });

  test('shows the number of pending credentials in the sidebar and on the home screen', async () => {
    await page.goto('/admin/');
    await page.getByText('4 credentials to review').waitFor();
    const nav = page.getByRole('navigation', { name: 'Main' });
    await nav.getByRole('link', { name: /^People\s*4/ }).click();
    await nav.getByRole('link', { name: /^Credentials\s*4/ }).click();
    await page.getByText('4 results').waitFor();
    await page.getByText('Course at the library').first().waitFor();
    expect(await names()).toEqual(['Ana Reyes', 'Ben Ortiz', 'Cal Vega', 'Dee Park']);
  });

  test('approves one and declines one by keyboard, with the keys listed in the help', async () => {
    await page.goto('/admin/credentials');
    await waitUntilLoaded(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('approve (Inbox, credentials)').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.getByText('3 results').waitFor();
    expect(await names()).toEqual(['Ana Reyes', 'Cal Vega', 'Dee Park']);
    await page.waitForFunction(() => document.activeElement?.textContent === 'Cal Vega');
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByLabel('Reason').fill('The number is of another course.');
    await page.getByRole('dialog').getByRole('button', { name: 'Decline', exact: true }).click();
    await page.getByText('2 results').waitFor();
    const rows = await app.db.query(
      'SELECT status, reason FROM volunteers.credential WHERE decided_by IS NOT NULL ORDER BY 1',
    );
    expect(rows).toEqual([
      { status: 'approved', reason: null },
      { status: 'rejected', reason: 'The number is of another course.' },
    ]);
  });

  test('approves several selected credentials together', async () => {
    await page.goto('/admin/credentials');
    await waitUntilLoaded(page);
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('status').getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText('You’re all caught up').waitFor();
  });

  test("records a training on a volunteer's card and revokes it with a reason", async () => {
    await page.goto(`/admin/volunteers/${ana}`);
    const card = page.locator('#credentials');
    await card.getByText('Expires soon').waitFor();
    await card.getByText('Valid', { exact: true }).waitFor();
    expect(await card.getByText('Next: the agency’s result').count()).toBe(0);
    await card.getByRole('button', { name: 'Revoke: Safeguarding training' }).click();
    await page.getByLabel('Reason').fill('It was of somebody else.');
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await card.getByText('Revoked', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Renew: Safeguarding training' }).click();
    await page.getByLabel('Evidence').fill('Seen on paper.');
    await page.getByRole('button', { name: 'Record credential' }).click();
    await card.getByText('Seen on paper.').waitFor();
  });

  test('takes a background check through its steps: notice first, no denial before the deadline', async () => {
    await addSession(page, app.url, adminCookie);
    await page.goto(`/admin/volunteers/${ana}`);
    const card = page.locator('#credentials');
    await card.getByRole('button', { name: 'Enter result: Background check' }).click();
    await page.getByLabel('Result', { exact: true }).selectOption('no');
    await page.getByLabel('Agency reference').fill('BC-1');
    await page.getByRole('button', { name: 'Save and send notice' }).click();
    await page.getByText('Give them both first, then check this box.').waitFor();
    await page.getByRole('checkbox', { name: /was given the report/ }).check();
    await page.getByRole('button', { name: 'Save and send notice' }).click();
    await card.getByText(/^You can decline from/).waitFor();
    expect(await card.getByRole('button', { name: /^Send final notice/ }).count()).toBe(0);
    await app.db.query(`UPDATE volunteers.credential SET final_from = current_date - 1 WHERE status = 'under_review'`);
    await page.reload();
    await card.getByRole('button', { name: /^Send final notice/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send final notice' }).click();
    await card.getByText('Declined', { exact: true }).waitFor();
  });

  test('an administrator adds a type and publishes a text that says who must sign again', async () => {
    await addSession(page, app.url, adminCookie);
    await page.goto('/admin/credentials/types');
    await waitUntilLoaded(page);
    await page.getByRole('button', { name: 'Add a type' }).click();
    await page.getByLabel('Name in English').fill('First aid');
    await page.getByLabel('Name in Spanish').fill('Primeros auxilios');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Type added.').waitFor();
    await page.getByRole('link', { name: /: Volunteer waiver$/ }).click();
    await page.getByText('Participo bajo mi propio riesgo.').waitFor();
    await page.getByRole('button', { name: 'Write next version' }).click();
    await page.getByRole('textbox', { name: 'English' }).fill('I take part at my own risk, and I take no pictures.');
    await page.getByRole('button', { name: 'Publish version 2 and ask 1 person again' }).click();
    await page.getByText('Version 2, current').waitFor();
    await page.getByLabel('Version', { exact: true }).selectOption('1');
    await page.getByText('Version 1, replaced').waitFor();
  });
});
