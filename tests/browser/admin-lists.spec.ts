import { SecurityEvents } from '@upstander/identity';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { addSession, waitUntilLoaded } from './support/admin.js';
import { resetVisit, describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';
import { sealAccounts } from '../support/seals.js';

describeInBrowser('lists in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let cookie: string;
  let chapterId: string;
  let eventId: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
    chapterId = (await aChapter(app.db, { name: 'Los Angeles' })).id;
    const hour = 3_600_000;
    const first = Math.floor(Date.now() / 60_000) * 60_000 + 48 * hour;
    for (let number = 1; number <= 24; number += 1) {
      const startsAt = new Date(first + number * 24 * hour);
      const endsAt = new Date(startsAt.valueOf() + 2 * hour);
      const title = number === 24 ? 'Beach cleanup' : `Packing ${String(number).padStart(2, '0')}`;
      const event = await anEvent(app.db, {
        chapterId,
        title,
        startsAt,
        endsAt,
        status: number % 2 ? 'draft' : 'published',
      });
      if (number === 24) eventId = event.id;
    }
    const cleanup = await aShift(app.db, { eventId, role: 'Cleanup', capacity: 3 });
    await aShift(app.db, { eventId, role: 'Front table', capacity: 2 });
    await aSignup(app.db, { shiftId: cleanup.id, name: 'Ana Reyes', email: 'ana@example.org' });
    await aSignup(app.db, { shiftId: cleanup.id, name: 'Marcus Chen', email: 'marcus@example.org' });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(async () => {
    await resetVisit(visit);
    ({ cookie } = await app.signedIn({ role: 'admin', name: 'Rosa Delgado', email: 'rosa@example.org' }));
    await addSession(page, app.url, cookie);
  });
  afterEach(() => {
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.pageErrors).toEqual([]);
  });

  const titles = () => page.getByRole('rowheader').locator('a').allInnerTexts();

  test('clicking a name while a search is pending does not navigate back', async () => {
    const slow = await newVisit(browser, { baseUrl: app.url });
    await addSession(slow.page, app.url, cookie);
    await slow.page.clock.install();
    await slow.page.goto('/admin/events');
    await waitUntilLoaded(slow.page);
    let releaseScript = () => {};
    const late = new Promise<void>((resolve) => (releaseScript = resolve));
    await slow.page.route('**/admin/assets/*.js', async (route) => {
      await late;
      await route.continue();
    });
    await slow.page.getByLabel('Search events').fill('Packing 0');
    await slow.page.getByRole('link', { name: 'Packing 01', exact: true }).click();
    await slow.page.clock.runFor(1_000);
    releaseScript();
    await slow.page.getByRole('heading', { level: 1, name: 'Packing 01' }).waitFor();
    expect([slow.foreignRequests, slow.pageErrors]).toEqual([[], []]);
    await slow.context.close();
  });

  test("reloads the page once, with a message, if a new version no longer has a screen's script", async () => {
    await page.goto('/admin/events');
    await waitUntilLoaded(page);
    // The page requests scripts of the old version.
    let isOld = true;
    await page.route('**/admin/**', async (route) => {
      if (route.request().resourceType() === 'document') isOld = false;
      if (isOld && route.request().url().endsWith('.js')) await route.fulfill({ status: 404, body: 'Not found' });
      else await route.continue();
    });
    await page.getByRole('link', { name: 'Packing 02', exact: true }).click();
    await page.getByText('We reloaded the page because a newer version is available.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Packing 02' }).waitFor();
    expect(isOld).toBe(false);
    // The failed script is expected here.
    visit.pageErrors.length = 0;
  });

  test('pages forward and back', async () => {
    await page.goto('/admin/events');
    await page.getByText('24 results').waitFor();
    const first = await titles();
    expect(first).toHaveLength(20);
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByRole('link', { name: 'Beach cleanup', exact: true }).waitFor();
    expect(await titles()).toEqual(['Packing 21', 'Packing 22', 'Packing 23', 'Beach cleanup']);
    expect(new URL(page.url()).searchParams.get('after')).not.toBeNull();
    await page.getByRole('link', { name: 'Previous' }).click();
    await page.getByRole('link', { name: 'Packing 01', exact: true }).waitFor();
    expect(await titles()).toEqual(first);

    // A shared link to a later page has no previous page, but always a link to the first.
    await page.goBack();
    await page.getByRole('link', { name: 'Beach cleanup', exact: true }).waitFor();
    const shared = await visit.context.newPage();
    await shared.goto(page.url());
    await shared.getByRole('link', { name: 'First page' }).click();
    await shared.getByRole('link', { name: 'Packing 01', exact: true }).waitFor();
  });

  test('keeps a search and its filters in the URL and clears them', async () => {
    await page.goto('/admin/events');
    await page.getByLabel('Search events').fill('beach');
    await page.getByText('1 result', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Status').selectOption('DRAFT');
    await page.getByText('No events match').waitFor();
    await page.reload();
    await page.getByText('No events match').waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ text: 'beach', status: 'DRAFT' });
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await page.getByText('24 results').waitFor();
    expect(await page.getByLabel('Search events').inputValue()).toBe('');
  });

  test('moves a volunteer to another shift and writes to them', async () => {
    await page.goto(`/admin/events/${eventId}`);
    await page.getByRole('button', { name: /^Cleanup/ }).click();
    await page.getByRole('button', { name: 'Actions for Marcus Chen' }).click();
    await page.getByRole('menuitem', { name: 'Move to another shift' }).click();
    await page.getByRole('radio', { name: 'Front table' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText('Marcus Chen was moved.').waitFor();
    await page.getByText('1 of 2 spots filled').waitFor();

    await page.getByRole('button', { name: 'Actions for Ana Reyes' }).click();
    await page.getByRole('menuitem', { name: 'Send a message' }).click();
    await page.getByLabel('Subject').fill('Parking');
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill('Please park behind the pier.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page
      .getByText('The message to Ana Reyes goes out in a minute. You can stop it until then on the event’s page.')
      .waitFor();
    const mails = await app.db.query(
      `SELECT template, recipient FROM notifications.mail WHERE template = 'signup-changed'`,
    );
    expect(mails).toEqual([{ template: 'signup-changed', recipient: 'marcus@example.org' }]);
    expect(await app.db.query('SELECT audience, subject FROM events.event_message')).toEqual([
      { audience: 'selected', subject: 'Parking' },
    ]);
  });

  test('adds a person, grants and revokes a role, and protects the last administrator', async () => {
    await page.goto('/admin/people');
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Ben Kowalski');
    await dialog.getByLabel('Email address').fill('ben@example.org');
    await dialog.getByLabel('Role').selectOption({ label: 'Organizer' });
    await dialog.getByLabel('Chapter').selectOption({ label: 'Los Angeles' });
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Ben Kowalski was added.').waitFor();
    const ben = page.getByRole('row', { name: /Ben Kowalski/ });
    await ben.getByRole('button', { name: 'More for Ben Kowalski' }).click();
    await page.getByRole('menuitem', { name: 'Remove: Organizer, Los Angeles' }).click();
    await page.getByRole('button', { name: 'Remove the role' }).click();
    await ben.getByText('No role').waitFor();

    await app.db.query(`UPDATE identity.account SET totp_confirmed_at = now() WHERE email = 'ben@example.org'`);
    await sealAccounts(app.db);
    await page.reload();
    await ben.getByRole('button', { name: 'More for Ben Kowalski' }).click();
    await page.getByRole('menuitem', { name: 'Reset two-step sign-in' }).click();
    await page.getByRole('button', { name: 'Reset two-step sign-in', exact: true }).click();
    await ben.getByText('Not set up').waitFor();

    await page.getByRole('button', { name: 'More for Rosa Delgado' }).click();
    await page.getByRole('menuitem', { name: 'Remove: Admin' }).click();
    await page.getByRole('button', { name: 'Remove the role' }).click();
    await page.getByText('This is the last admin. Make someone else an admin first.').waitFor();
  });

  test('resends several emails, and after a failure keeps only the failed ones selected', async () => {
    await app.db.query(
      `INSERT INTO notifications.mail (key, template, recipient, status, due_at, attempts, last_error)
       SELECT 'test/' || who, 'signup-confirm', who || '@example.org', 'bounced', now(), 1, '550 No such user'
       FROM unnest(ARRAY['one', 'two']) who`,
    );
    // The first succeeds but its row stays selectable; the second is refused.
    const refused = { errors: [{ message: 'Not there', extensions: { code: 'NOT_FOUND' } }] };
    let requestCount = 0;
    await page.route('**/graphql', (route) => {
      if (!route.request().postData()?.includes('mutation')) return route.continue();
      requestCount += 1;
      return requestCount > 2 ? route.continue() : route.fulfill({ json: requestCount === 1 ? { data: {} } : refused });
    });
    await page.goto('/admin/mail');
    await page.getByLabel('Select all').check();
    const resendButton = page.getByRole('status').getByRole('button', { name: 'Send again' });
    await resendButton.click();
    await page.getByText('1 email is on its way again.').waitFor();
    await page.getByText('1 selected').waitFor();
    await resendButton.click();
    await resendButton.waitFor({ state: 'detached' });
    const due = await app.db.query(`SELECT FROM notifications.mail WHERE key LIKE 'test/%' AND status = 'due'`);
    expect([due.length, requestCount]).toEqual([1, 3]);
  });

  test('an admin sees recorded attempts with their accounts, filtered and paged', async () => {
    const mo = await app.signedIn({ role: 'moderator', name: 'Mo Moderator' });
    await app.graphql('{ accounts { totalCount } }', {}, mo);
    // Events are written with a delay of a second.
    await app.nest.get(SecurityEvents).flush();
    await page.goto('/admin/security?kind=refused');
    const tried = page.getByRole('row', { name: /Not allowed to do this/ });
    await tried.getByText('View people and their roles').waitFor();
    await tried.getByRole('link', { name: 'Mo Moderator' }).click();
    await page.getByText('Showing only Mo Moderator.').waitFor();
    await page.getByLabel('Event type').selectOption({ label: 'All role changes' });
    await page.getByText('No events match').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await tried.waitFor();
    await app.db.query(
      `INSERT INTO identity.security_event (kind, account_id, at, detail)
       SELECT 'signed-in', $1, now(), 'way ' || n FROM generate_series(1, 60) n`,
      [mo.accountId],
    );
    await page.goto(`/admin/security?kind=signed-in&person=${mo.accountId}`);
    await page.getByText('60 results').waitFor();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByText('way 1', { exact: true }).waitFor();
    await addSession(page, app.url, mo.cookie);
    await page.goto('/admin/security');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText(/^way/).count()).toBe(0);
  });

  test('saves the language in the account and signs out another device', async () => {
    const elsewhere = await app.signedIn({ role: 'admin', name: 'Rosa Delgado', email: 'rosa@example.org' });
    await page.goto('/admin/account');
    const saved = page.waitForResponse((response) => response.request().postData()?.includes('SetMyLocale') === true);
    await page.getByLabel('Language').selectOption('es');
    await saved;
    await page.getByRole('heading', { level: 1, name: 'Mi cuenta' }).waitFor();
    expect(await app.db.query(`SELECT locale FROM identity.account WHERE email = 'rosa@example.org'`)).toEqual([
      { locale: 'es' },
    ]);
    await page.reload();
    await page
      .getByRole('button', { name: /^Cerrar esta sesión/ })
      .first()
      .click();
    await page.getByText('La sesión de ese dispositivo está cerrada.').waitFor();
    const { data } = await app.graphql<{ me: unknown }>('{ me { id } }', {}, elsewhere);
    expect(data.me).toBeNull();
  });
});
