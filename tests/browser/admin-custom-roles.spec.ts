import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aCoOrganizer } from '../support/co-organizers.js';
import { aCustomRole, assignCustomRole, bookkeeperAreas } from '../support/custom-roles.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { addSession, openScreen, waitUntilLoaded } from './support/admin.js';
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

describeInBrowser('custom roles in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let chapterId: string;
  let event: { id: string };

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
    chapterId = (await aChapter(app.db, { name: 'Los Angeles' })).id;
    event = await anEvent(app.db, { chapterId, title: 'Kit packing' });
    const shift = await aShift(app.db, { eventId: event.id, role: 'Packing' });
    await aSignup(app.db, { shiftId: shift.id });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const entries = () => page.locator('header nav a').allInnerTexts();
  const shoot = async (name: string) => {
    if (!shots) return;
    for (const width of ['desktop', 'phone'] as const) {
      await resizeTo(page, width);
      await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
    }
    await resizeTo(page, 'desktop');
  };
  const holderOf = async (
    baseRole: 'finance' | 'organizer',
    areas: Parameters<typeof aCustomRole>[1],
    chapter: string | null = null,
  ) => {
    const person = await app.signedIn({ name: 'Noor Haddad' });
    const roleId = await aCustomRole(app.db, { baseRole, ...areas });
    await assignCustomRole(app.db, person.accountId, roleId, chapter);
    await addSession(page, app.url, person.cookie);
    return person;
  };
  /** Counts operations that the API refused to the account. */
  const refusals = async (accountId: string) =>
    app.db.query<{ detail: string }>(
      `SELECT detail FROM identity.security_event WHERE account_id = $1 AND kind = 'operation-refused'`,
      [accountId],
    );

  test('a bookkeeper sees six entries, can open each, and finds no action that would be refused', async () => {
    const { accountId } = await holderOf('finance', { name: 'Bookkeeper', viewAreas: bookkeeperAreas });
    await openScreen(page, '/admin');
    await page.waitForURL('**/admin/gifts');
    expect(await entries()).toEqual([
      'Gifts',
      'Recurring gifts',
      'Receipts',
      'Disbursements',
      'Ledger',
      'Money over time',
    ]);
    const paths = await page
      .locator('header nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    for (const path of paths) {
      await openScreen(page, path!);
      expect(await page.getByRole('button', { name: /record|approve|stop|refund/i }).count()).toBe(0);
      await shoot(`bookkeeper${path!.replace('/admin', '').replaceAll('/', '-')}`);
    }
    await openScreen(page, '/admin/account');
    await page.getByText('Bookkeeper').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await shoot('bookkeeper-account');
    await openScreen(page, '/admin/disputes');
    await page.getByText('isn’t part of your role').or(page.locator('h1')).first().waitFor();
    expect((await refusals(accountId)).map(({ detail }) => detail)).toEqual([]);
  });

  test('a shift lead checks people in, and can neither edit the event nor message', async () => {
    const { accountId } = await holderOf('organizer', { viewAreas: ['events'], manageAreas: ['roster'] }, chapterId);
    await openScreen(page, `/admin/events/${event.id}`);
    await page.getByText('Ana Reyes').first().waitFor();
    expect(await entries()).toEqual(['Events']);
    expect(await page.getByRole('link', { name: /check-in/i }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('link', { name: /^edit/i }).count()).toBe(0);
    expect(await page.getByRole('link', { name: /message/i }).count()).toBe(0);
    await shoot('shift-lead-event');
    expect((await refusals(accountId)).map(({ detail }) => detail)).toEqual([]);
  });

  test('a co-organizer edits their event and finds no others', async () => {
    await anEvent(app.db, { chapterId, title: 'Phone bank' });
    const person = await app.signedIn({ name: 'Cora Co' });
    await aCoOrganizer(app.db, person.accountId, event.id);
    await addSession(page, app.url, person.cookie);
    await openScreen(page, '/admin/events');
    await page.getByText('Kit packing').first().waitFor();
    expect(await page.getByText('Phone bank').count()).toBe(0);
    await openScreen(page, `/admin/events/${event.id}`);
    await page.getByText('Cora Co').first().waitFor();
    expect(await page.getByRole('button', { name: 'Add a co-organizer' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Edit' }).first().click();
    await waitUntilLoaded(page);
    await page.getByLabel('Title').first().waitFor();
    expect((await refusals(person.accountId)).map(({ detail }) => detail)).toEqual([]);
  });

  test('an admin makes a role from an example, gives it, and adds a co-organizer', async () => {
    const admin = await app.signedIn({ role: 'admin', name: 'Alex Admin' });
    await app.signedIn({ name: 'Pat Person', email: 'pat@example.org' });
    await addSession(page, app.url, admin.cookie);
    await openScreen(page, '/admin/settings/roles');
    await shoot('roles-empty');
    await page.getByRole('button', { name: 'Shift lead' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Sign-ups and check-in: Manage' }).waitFor();
    expect(await dialog.getByRole('radio', { name: 'Sign-ups and check-in: Manage' }).isChecked()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await shoot('role-form');
    await dialog.getByRole('button', { name: 'Add the role' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Sign-ups and check-in').first().waitFor();
    await shoot('roles');
    for (const width of ['phone', 'desktop'] as const) {
      await resizeTo(page, width);
      expect(await sidewaysScroll(page)).toBe(0);
    }

    await openScreen(page, '/admin/people?text=pat@example.org');
    await page.getByRole('button', { name: 'More for Pat Person' }).click();
    await page.getByRole('menuitem', { name: 'Give a role' }).click();
    await page.getByRole('dialog').getByLabel('Role').selectOption('ORGANIZER');
    await page.getByRole('dialog').getByLabel('Access').selectOption({ label: 'Shift lead' });
    await shoot('give-role');
    await page.getByRole('button', { name: 'Give the role' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('main').getByText('Shift lead').first().waitFor();

    await openScreen(page, `/admin/events/${event.id}`);
    await page.getByRole('button', { name: 'Add a co-organizer' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Nina New');
    await page.getByRole('dialog').getByLabel('Email address').fill('nina@example.org');
    await shoot('co-organizer-form');
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('nina@example.org').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await shoot('co-organizers');
  });
});
