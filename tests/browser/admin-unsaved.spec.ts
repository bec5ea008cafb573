import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent } from '../support/factories.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { anOrganizerWithApp } from '../support/visitors.js';
import {
  addSession,
  endSessions,
  fillEvent,
  signInByForm,
  waitUntilLoaded,
  waitForAnimations,
} from './support/admin.js';
import { axeFindings, resetVisit, describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';

describeInBrowser('unsaved input', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  const person = { role: 'admin', name: 'Rosa Delgado', email: 'rosa@example.org' } as const;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
    await aCampaign(app.db, { title: 'Safe rooms', now: app.clock.now() });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(async () => {
    await resetVisit(visit);
    await addSession(page, app.url, (await app.signedIn(person)).cookie);
  });
  afterEach(() => {
    expect(visit.pageErrors).toEqual([]);
  });

  const pledge = async () => {
    await page.goto('/admin/gifts/pledges');
    await waitUntilLoaded(page);
    await page.getByRole('button', { name: 'Record a pledge' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Record a pledge' });
    await dialog.getByLabel('Fundraiser').selectOption({ label: 'Safe rooms' });
    await dialog.getByLabel('Name').fill('Harbor Bank');
    await dialog.getByLabel('Amount').fill('250');
    return dialog;
  };
  const ended = () => page.getByRole('dialog', { name: 'Your session has ended' });

  test('leaves a screen only after confirmation', async () => {
    await page.goto('/admin/gifts/new');
    await waitUntilLoaded(page);
    const name = page.getByLabel('Name').first();
    await name.fill('Grace Okafor');
    await page.getByRole('link', { name: 'Ledger' }).click();
    const asking = page.getByRole('dialog', { name: 'You have unsaved changes.' });
    await asking.waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await asking.getByRole('button', { name: 'Keep editing' }).click();
    expect(await name.inputValue()).toBe('Grace Okafor');
    await page.getByRole('link', { name: 'Ledger' }).click();
    await asking.getByRole('button', { name: 'Leave and discard changes' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ledger' }).waitFor();
  });

  test('Escape does not discard typed input', async () => {
    const event = await anEvent(app.db, { title: 'Care kit packing' });
    await page.goto(`/admin/events/${event.id}`);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: /Cancel/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('The hall is flooded.');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Keep editing' }).click();
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('The hall is flooded.');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Discard changes' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('a session that ended can be renewed next to the form, which is then submitted', async () => {
    const dialog = await pledge();
    await endSessions(app, person.email);
    await dialog.getByRole('button', { name: 'Record a pledge' }).click();
    await ended().waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await ended().getByRole('button', { name: 'I’ve signed in' }).click();
    await ended().getByText('You aren’t signed in yet.').waitFor();
    await addSession(page, app.url, (await app.signedIn(person)).cookie);
    await ended().getByRole('button', { name: 'I’ve signed in' }).click();
    await page.getByText('Total: $250.00').waitFor();
    expect(await app.db.query('SELECT name FROM fundraising.pledge')).toEqual([{ name: 'Harbor Bank' }]);
  });

  test('another user signing in there submits nothing of it', async () => {
    const dialog = await pledge();
    await endSessions(app, person.email);
    await dialog.getByRole('button', { name: 'Record a pledge' }).click();
    await ended().waitFor();
    const other = await app.signedIn({ role: 'finance', name: 'Priya Nair', email: 'priya@example.org' });
    await addSession(page, app.url, other.cookie);
    await ended().getByRole('button', { name: 'I’ve signed in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hello, Priya' }).waitFor();
    expect(await app.db.query('SELECT FROM fundraising.pledge')).toHaveLength(1);
  });

  test('discarding the form leads to signing in', async () => {
    const dialog = await pledge();
    await endSessions(app, person.email);
    await dialog.getByRole('button', { name: 'Record a pledge' }).click();
    await ended().getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  test('saves unsaved input after the session ended and the user signed in again in another window', async () => {
    await aChapter(app.db);
    const organizer = await anOrganizerWithApp(app);
    const { page, context } = await newVisit(browser, { baseUrl: app.url });
    await page.goto('/admin/events/new');
    await signInByForm(app, page, organizer);
    await page.getByRole('heading', { level: 1, name: 'New event' }).waitFor();
    await fillEvent(page, 'Night outreach');
    await endSessions(app, organizer.email);
    await page.getByRole('button', { name: 'Save draft' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    app.clock.advance(60_000);
    const other = await context.newPage();
    await other.goto('/admin/sign-in');
    await signInByForm(app, other, organizer);
    await dialog.getByRole('button', { name: 'I’ve signed in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Night outreach' }).waitFor();
    await context.close();
  });
});
