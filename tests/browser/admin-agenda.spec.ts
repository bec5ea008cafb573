import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift } from '../support/factories.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { addSession, dayFromNow } from './support/admin.js';
import {
  axeFindings,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  type Visit,
} from './support/index.js';

describeInBrowser('agendas and gift amounts', () => {
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

  test('the event form shows one step at a time on a phone, and an agenda appears on the event page', async () => {
    const next = () => page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.goto('/admin/events/new');
    await page.getByText('Step 1 of 5').waitFor();
    await page.getByLabel('Title').fill('Community kitchen');
    await page.getByLabel('Chapter').selectOption({ label: 'Los Angeles' });
    expect(await page.getByLabel('Date').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0);
    await next();
    await page.goBack();
    await page.getByText('Step 1 of 5').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Community kitchen');
    await next();
    await page.getByLabel('Date').fill(dayFromNow(12));
    await page.getByLabel('Address').fill('1450 W Temple St, Los Angeles');
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    await page.waitForFunction((before) => JSON.stringify({ ...localStorage }) !== before, stored);
    await page.reload();
    await page.getByRole('button', { name: 'Continue editing' }).click();
    await page.getByText('Step 2 of 5').waitFor();
    expect(await page.getByLabel('Address').inputValue()).toBe('1450 W Temple St, Los Angeles');
    expect(await sidewaysScroll(page)).toBe(0);
    await next();
    await page.getByLabel('What they do').fill('Cooking');
    expect(await sidewaysScroll(page)).toBe(0);
    await next();
    await page.getByRole('button', { name: 'Add a line' }).click();
    await page.getByRole('button', { name: 'Add a line' }).click();
    const line = (index: number) => page.getByRole('group', { name: `Line ${index}` });
    expect(await line(2).getByLabel('Time').inputValue()).toBe('09:00');
    await line(1).getByLabel('In English').fill('Briefing');
    await line(1).getByLabel('In Spanish').fill('Bienvenida');
    await line(2).getByLabel('Time').fill('10:30');
    await next();
    await page.getByRole('heading', { name: 'Review' }).waitFor();
    await page.getByText('1450 W Temple St').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    // The step with the error opens.
    await page.getByText('Describe what happens, in at least one language.').first().waitFor();
    await page.getByText('Step 4 of 5').waitFor();
    await line(2).getByLabel('In Spanish').fill('Comemos');
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await next();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published. People can sign up now.').waitFor();
    const [event] = await app.db.query<{ slug: string; agenda: unknown }>('SELECT slug, agenda FROM events.event');
    expect(event?.agenda).toEqual([
      { time: '09:00', text: 'Briefing', textEs: 'Bienvenida' },
      { time: '10:30', text: '', textEs: 'Comemos' },
    ]);
    await page.goto(`/events/${event?.slug}`);
    await page.getByText('Briefing').waitFor();
  });

  test('end, shifts and agenda move with a new start', async () => {
    const at = (time: string) => new Date(`${dayFromNow(20)}T${time}:00-07:00`);
    const event = await anEvent(app.db, { startsAt: at('09:00'), timeZone: 'America/Phoenix' });
    await aShift(app.db, { eventId: event.id, startsAt: at('10:00'), endsAt: at('12:00') });
    await app.db.query(
      `UPDATE events.event SET agenda = '[{"time": "09:30", "text": "Briefing", "textEs": ""}]' WHERE id = $1`,
      [event.id],
    );
    await page.goto(`/admin/events/${event.id}/edit?step=when`);
    await page.getByLabel('Starts').first().fill('10:15');
    const question = page.getByRole('status').filter({ hasText: 'Move the shifts too?' });
    expect((await question.getByRole('listitem').innerText()).replace(/\s+/g, ' ')).toContain(
      '10:00 AM–12:00 PM → 11:15 AM–1:15 PM',
    );
    await page.getByRole('button', { name: 'Move everything' }).click();
    expect(await page.getByLabel('Ends').first().inputValue()).toBe('14:15');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    const [moved] = await app.db.query(
      `SELECT e.ends_at AS "endsAt", s.starts_at AS "shiftStarts", s.ends_at AS "shiftEnds", e.agenda -> 0 ->> 'time' AS line
       FROM events.event e JOIN events.shift s ON s.event_id = e.id WHERE e.id = $1`,
      [event.id],
    );
    expect(moved).toEqual({ endsAt: at('14:15'), shiftStarts: at('11:15'), shiftEnds: at('13:15'), line: '10:45' });
  });

  test('suggested amounts appear on the fundraiser page', async () => {
    const campaign = await aCampaign(app.db, { title: 'Safe rooms' });
    await page.goto(`/admin/fundraisers/${campaign.id}/edit`);
    await page.getByRole('button', { name: 'Add an amount' }).click();
    const amount = page.getByRole('group', { name: 'Amount 1' });
    await amount.getByLabel('In English').fill('one night');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Enter an amount, for example 62.').first().waitFor();
    await amount.getByRole('textbox', { name: 'Amount' }).fill('62');
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.goto(`/fundraisers/${campaign.slug}`);
    await page.getByRole('link', { name: /^\$62\s*one night$/ }).click();
    expect(await page.getByRole('radio', { name: /\$62/ }).isChecked()).toBe(true);
  });

  test('a general fund is created without a goal', async () => {
    await app.runJob('keep-general-funds');
    await page.goto('/admin/fundraisers?view=all');
    await page.getByText('General fund: gifts not tied to a fundraiser').waitFor();
    const [fund] = await app.db.query<{ id: string }>('SELECT id FROM fundraising.campaign WHERE is_general');
    await page.goto(`/admin/fundraisers/${fund?.id}/edit`);
    await page.getByRole('textbox', { name: 'Story' }).fill('What nobody puts on a poster.');
    expect(await page.getByRole('textbox', { name: 'Goal' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByText('No goal').waitFor();
    await page.goto('/give');
    await page.getByText('What nobody puts on a poster.').waitFor();
  });
});
