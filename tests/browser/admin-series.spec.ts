import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, aSignup } from '../support/factories.js';
import { addSession, dayFromNow } from './support/admin.js';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  type Visit,
} from './support/index.js';

describeInBrowser('series of events in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    await aChapter(app.db, { name: 'Los Angeles' });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  beforeEach(async () => {
    visit = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    page = visit.page;
    const { cookie } = await app.signedIn({ role: 'admin', name: 'Rosa Delgado' });
    await addSession(page, app.url, cookie);
  });
  afterEach(async () => {
    expect(visit.foreignRequests).toEqual([]);
    await visit.context.close();
  });

  test('an event repeats, a date is skipped, and all dates are published', async () => {
    const next = () => page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.goto('/admin/events/new');
    await page.getByLabel('Title').fill('Saturday table');
    await page.getByLabel('Chapter').selectOption({ label: 'Los Angeles' });
    await next();
    await page.getByLabel('Date').fill(dayFromNow(12));
    await page.getByLabel('Address').fill('1450 W Temple St, Los Angeles');
    await page.getByLabel('How often').selectOption('week');
    await page.getByLabel('Ends').last().selectOption('count');
    await page.getByLabel('Number of dates').fill('4');
    await page.getByText('4 dates in the next 12 months').waitFor();
    await page
      .getByRole('button', { name: /^Skip / })
      .nth(1)
      .click();
    await page.getByText('3 dates in the next 12 months').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await next();
    await page.getByLabel('What they do').fill('Table');
    await next();
    await next();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published. People can sign up for every date.').waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    const dates = await app.db.query(`SELECT status FROM events.event WHERE series_id IS NOT NULL`);
    expect(dates).toEqual([{ status: 'published' }, { status: 'published' }, { status: 'published' }]);
  });

  test('an edit of one date can apply to all, after a preview of who is notified', async () => {
    const [date] = await app.db.query<{ id: string; shiftId: string }>(
      `SELECT e.id, s.id AS "shiftId" FROM events.event e JOIN events.shift s ON s.event_id = e.id
       WHERE e.series_id IS NOT NULL ORDER BY e.starts_at LIMIT 1`,
    );
    await aSignup(app.db, { shiftId: date!.shiftId });
    await page.goto(`/admin/events/${date!.id}/edit?step=when`);
    await page.getByLabel('Address').fill('99 Oak St, Los Angeles');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('dialog').getByText('1 person gets an email about the change.').waitFor();
    await page.getByRole('radio', { name: 'All upcoming dates' }).click();
    await page.getByText('3 dates change.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save and notify 1 person' }).click();
    await page.getByText('Saved for all of these dates.').waitFor();
    const places = await app.db.query(`SELECT DISTINCT place FROM events.event WHERE series_id IS NOT NULL`);
    expect(places).toEqual([{ place: '99 Oak St, Los Angeles' }]);
  });
});
