import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { addSession, waitForOfflineCache, waitForAnimations } from './support/admin.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit } from './support/index.js';

describeInBrowser('walk-ins without an email address', () => {
  let app: TestApp;
  let browser: Browser;
  let chapterId: string;
  let cookie: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    chapterId = (await aChapter(app.db)).id;
    ({ cookie } = await app.signedIn({ role: 'organizer', chapterId, name: 'Rosa Delgado' }));
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function aVisit(path: string, width: 'phone' | 'desktop' = 'phone') {
    const visit = await newVisit(browser, { baseUrl: app.url, width, locale: 'en-US' });
    await addSession(visit.page, app.url, cookie);
    await visit.page.goto(path);
    return visit;
  }

  test('are added offline and once; a namesake is offered as a choice; an address can be added later', async () => {
    const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 600_000);
    const { id } = await anEvent(app.db, { chapterId, title: 'Food bank', startsAt });
    const sorting = await aShift(app.db, { eventId: id, role: 'Sorting', startsAt });
    await aShift(app.db, { eventId: id, role: 'Driving', startsAt });
    await aSignup(app.db, { shiftId: sorting.id, name: 'Ana Reyes' });
    const { page, context } = await aVisit(`/admin/events/${id}/check-in`);
    await page.getByRole('heading', { level: 1, name: 'Food bank' }).waitFor();
    await waitForOfflineCache(page);
    await context.setOffline(true);
    const dialog = page.getByRole('dialog');
    const submit = () => dialog.getByRole('button', { name: 'Add and check in' }).click();
    const open = async (name: string) => {
      // The previous dialog may still be closing.
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('searchbox', { name: 'Search people' }).fill('');
      await page.getByRole('button', { name: 'Add walk-in' }).click();
      await dialog.getByLabel('Name').fill(name);
      // Both shifts start at the same time, so either may be preselected.
      await dialog.getByLabel('Shift', { exact: true }).selectOption('Sorting');
      await dialog.getByRole('radio', { name: 'Yes, 18 or older' }).check();
    };

    await open('Lupe Sol');
    await submit();
    await page.getByText('No email').waitFor();
    await page.getByText('1 change hasn’t been sent yet').waitFor();

    // The same name again is a question: someone else, the same person on another shift, or someone who signed up.
    await open('lupe  sol');
    await dialog.getByText('Lupe Sol is on the list. Is this the same person?').waitFor();
    await submit();
    await dialog.getByText('Choose whether this is the same person.').waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('radio', { name: 'No, someone else' }).check();
    await submit();
    await page.getByText('2 of 3 checked in').waitFor();
    await open('Lupe Sol');
    await dialog.getByLabel('Shift', { exact: true }).selectOption('Driving');
    await dialog.getByRole('radio', { name: 'Yes: Lupe Sol · Sorting' }).first().check();
    await submit();
    await page.getByText('3 of 4 checked in').waitFor();
    await open('ana reyes');
    await dialog.getByLabel('Shift', { exact: true }).selectOption('Sorting');
    await dialog.getByRole('radio', { name: 'Yes: Ana Reyes · Sorting' }).check();
    await submit();
    await page.getByRole('button', { name: 'Check out Ana Reyes' }).waitFor();

    await context.setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await eventually(async () => {
      const [count] = await app.db.query(
        `SELECT count(*)::int AS came, count(DISTINCT u.volunteer_id)::int AS people, count(v.email)::int AS addresses
         FROM events.signup u JOIN events.shift s ON s.id = u.shift_id JOIN volunteers.volunteer v ON v.id = u.volunteer_id
         WHERE s.event_id = $1 AND u.status = 'checked_in'`,
        [id],
      );
      expect(count).toEqual({ came: 4, people: 3, addresses: 1 });
      return true;
    });
    await page.getByText('4 of 4 checked in').waitFor();
    await context.close();

    // The roster leads to the record, where an address of another volunteer is refused at its field.
    await aSignup(app.db, { email: 'taken@example.org' });
    const desk = await aVisit(`/admin/events/${id}`, 'desktop');
    await desk.page.getByRole('link', { name: 'Add email: Lupe Sol' }).first().click();
    const email = desk.page.getByLabel('Email', { exact: true });
    await email.fill('taken@example.org');
    await desk.page.getByRole('button', { name: 'Save' }).click();
    await desk.page.getByText('This address is in another volunteer’s record.').waitFor();
    await waitForAnimations(desk.page);
    expect(await axeFindings(desk.page)).toEqual([]);
    await email.fill('lupe@example.org');
    await desk.page.getByRole('button', { name: 'Save' }).click();
    await desk.page.getByText('Not confirmed yet').waitFor();
    await desk.context.close();
  });
});
