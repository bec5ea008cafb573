import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { aSchoolAsk, directoryFile } from '../support/schools.js';
import { renderPendingEmails } from '../support/written-mails.js';
import { addSession, openScreen, waitForAnimations } from './support/admin.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit, measurePage, type Visit } from './support/index.js';

describeInBrowser('a letter to a school', () => {
  let app: TestApp;
  let browser: Browser;
  let admin: string;
  let chapterId: string;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    ({ id: chapterId } = await aChapter(app.db));
    ({ cookie: admin } = await app.signedIn({ role: 'admin', name: 'Alex Kim' }));
    await fetch(`${app.url}/imports/schools?write=1`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', cookie: admin, 'sec-fetch-site': 'same-origin' },
      body: directoryFile,
    });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** Rejected forms (422) also appear in the console. */
  async function ended(visit: Visit): Promise<void> {
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.pageErrors.filter((error) => !error.includes('422'))).toEqual([]);
    await visit.context.close();
  }

  test('is found, written, confirmed and withdrawn on a phone without errors', async () => {
    const visit = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    const { page } = visit;
    await page.goto('/schools');
    await page.getByText('Students are taught about this at least once').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Write to a school' }).click();
    await page.getByLabel('Name or city').fill('redwood');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Redwood Middle School' }).click();
    expect(await page.getByLabel('In English').inputValue()).toContain('I’m writing about Redwood Middle School.');
    expect(await page.getByLabel('In Spanish').inputValue()).toContain('Escribo sobre Redwood Middle School.');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Choose who sends the letter' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Have your team send it for me').check();
    await page.getByLabel('A parent or caregiver').check();
    await page.getByLabel('Your name').fill('Dana Whitfield');
    await page.getByLabel('Email').fill('dana@example.org');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    const [mail] = await renderPendingEmails(app, { template: 'school-ask-confirm' });
    await page.goto(/\/school-ask\/[\w-]+/.exec(mail!.text)![0]);
    expect(await page.getByLabel('In English').inputValue()).toContain('Dana Whitfield, parent');
    await page.getByRole('button', { name: 'Yes, it’s me' }).click();
    await page.getByText('Thank you! Our team has it now.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByText('Withdraw your letter').click();
    await page.getByRole('button', { name: 'Delete my letter and my name' }).click();
    await page.getByRole('heading', { name: 'It’s deleted' }).waitFor();
    await ended(visit);
  });

  test('a counselor requests a talk on a phone, and staff schedule it', async () => {
    const visit = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    const { page } = visit;
    app.clock.set(new Date());
    await page.goto('/schools');
    await page.getByRole('link', { name: 'Request a talk' }).click();
    await page.getByRole('heading', { name: 'What happens next' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Name or city').fill('redwood');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: 'Redwood High School' }).click();
    app.clock.advance(60_000);
    await page.getByLabel('About how many students?').fill('many');
    await page.getByRole('button', { name: 'Send request' }).click();
    const alert = page.getByRole('alert');
    for (const error of ['Enter the grades', 'Enter a number from 1 to 20,000', 'Choose in person or online']) {
      await alert.getByRole('link', { name: error }).waitFor();
    }
    expect(await page.getByLabel('About how many students?').inputValue()).toBe('many');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Grades').fill('9');
    await page.getByLabel('About how many students?').fill('1,200');
    await page.getByLabel('Online', { exact: true }).check();
    await page.getByLabel('Both').check();
    await page.getByLabel('Your name').fill('Priya Nair');
    await page.getByLabel('Email').fill('priya@example.org');
    await page.getByLabel('Your role at the school').fill('Counselor');
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { name: 'Thanks! We have your request' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await renderPendingEmails(app, { template: 'school-talk-received' })).toHaveLength(1);
    await ended(visit);
    const desk = await newVisit(browser, { baseUrl: app.url });
    await addSession(desk.page, app.url, admin);
    await openScreen(desk.page, '/admin/schools/talks?status=NEW');
    await desk.page.getByRole('button', { name: 'Open the request from Redwood High School' }).click();
    await desk.page.getByRole('dialog').getByText('1,200').waitFor();
    await waitForAnimations(desk.page);
    expect(await axeFindings(desk.page)).toEqual([]);
    await desk.page.getByLabel('Update status').selectOption('PLANNED');
    await desk.page.getByText('Status saved.').waitFor();
    await ended(desk);
  });

  test.each(['/schools', '/schools/ask?q=redwood', '/schools/ask?typed=1', '/schools/talk', '/schools/talk?typed=1'])(
    '%s weighs at most 15 KB and runs no script but the quick exit',
    async (path) => {
      const { bytes, scripts } = await measurePage(app.url, path);
      expect(bytes).toBeLessThanOrEqual(15 * 1024);
      expect(scripts).toEqual(['/leave.js']);
    },
  );

  test.each(['light', 'dark'] as const)('is usable in Spanish on a desktop, %s', async (colorScheme) => {
    const visit = await newVisit(browser, { baseUrl: app.url });
    const { page } = visit;
    await page.emulateMedia({ colorScheme });
    for (const path of ['/schools?lang=es', '/schools/ask?typed=1&lang=es', '/schools/talk?typed=1&lang=es']) {
      await page.goto(path);
      expect(await page.locator('html').getAttribute('lang')).toBe('es');
      expect(await axeFindings(page)).toEqual([]);
    }
    await ended(visit);
  });

  test('cards move by keyboard with the focus kept, and by menu, and each move is announced', async () => {
    const { id } = await aSchoolAsk(app, { chapterId, school: 'Bay View High School', email: 'kim@example.org' });
    const visit = await newVisit(browser, { baseUrl: app.url });
    const { page } = visit;
    await addSession(page, app.url, admin);
    await page.goto('/admin/schools');
    const card = page.getByRole('link', { name: 'Bay View High School' });
    await page.getByRole('region', { name: 'District: 1 school' }).waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await card.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('status').getByText('Bay View High School moved to Contact').waitFor();
    await page.getByRole('region', { name: 'Contact: 1 school' }).waitFor();
    // The focus follows the card once it's rendered in its new column.
    const followed = card.and(page.locator(':focus'));
    await followed.waitFor();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.getByRole('status').getByText('Bay View High School moved to District').waitFor();
    await followed.waitFor();
    // There is no column to the left of the first.
    await page.keyboard.press('Shift+ArrowLeft');
    await page.getByRole('status').getByText('You can’t move it there from this stage.').waitFor();
    await page.getByRole('button', { name: 'Move Bay View High School' }).click();
    await page.getByRole('menuitem', { name: 'To Letter sent' }).click();
    await page.getByRole('region', { name: 'Letter sent: 1 school' }).waitFor();
    await openScreen(page, `/admin/schools/${id}`);
    await page.getByRole('textbox', { name: 'Next step' }).fill('Call the principal');
    await page.getByLabel('Date', { exact: true }).fill('2090-01-15');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Next step saved.').first().waitFor();
    await page.getByRole('textbox', { name: /^Note/ }).fill('They call back.');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.getByRole('list', { name: 'Notes' }).getByText('They call back.').waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    for (const part of ['list', 'talks', 'contacts', 'directory', 'report']) {
      await openScreen(page, `/admin/schools/${part}`);
      await waitForAnimations(page);
      expect(await axeFindings(page)).toEqual([]);
    }
    await ended(visit);
  });
});
