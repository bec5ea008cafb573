import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { addSession, openScreen } from './support/admin.js';
import { describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';

describeInBrowser('forms built from the model', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
    const { cookie } = await app.signedIn({ role: 'admin', name: 'Ines Vega' });
    await addSession(page, app.url, cookie);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const fill = async (values: Readonly<Record<string, string>>) => {
    // The label of a required field ends with an asterisk.
    for (const [label, value] of Object.entries(values))
      await page.getByLabel(new RegExp(`^${label}( \\*)?$`)).fill(value);
  };

  test('a help line takes 20 languages, keeps its checkboxes, and marks what is missing', async () => {
    await openScreen(page, '/admin/help-lines/new');
    await fill({
      'Name in English': 'Night line',
      'Name in Spanish': 'Línea nocturna',
      'What it’s for, in English': 'Someone to talk to at night',
      'What it’s for, in Spanish': 'Alguien con quien hablar de noche',
      'Number to call': '1-888-555-0100',
      'Name of the source': 'Night line',
      'More languages through interpreters': 'many',
    });
    const languages = 'en es fr de it pt nl pl ru uk ar he hi bn ta zh ja ko vi tl';
    await page.getByRole('combobox', { name: 'Languages spoken there' }).pressSequentially(`${languages} `);
    await page.getByLabel('Confidential, according to the source').check();
    await page.getByRole('button', { name: 'Add as checked' }).click();

    const source = page.getByLabel('Web address of the source');
    const interpreted = page.getByLabel('More languages through interpreters');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    expect(await source.getAttribute('aria-invalid')).toBe('true');
    expect(await interpreted.getAttribute('aria-invalid')).toBe('true');
    expect(await interpreted.evaluate((element) => element === document.activeElement)).toBe(true);

    await interpreted.fill('200');
    await source.fill('https://night.example/hours');
    await page.getByRole('button', { name: 'Add as checked' }).click();
    await page.getByRole('heading', { level: 1, name: 'Help lines' }).waitFor();
    const [line] = await app.db.query<unknown[]>(
      `SELECT languages, interpreted_languages AS interpreted, confidential, all_day AS "allDay", takes_reports AS "takesReports"
         FROM learning.help_line WHERE name = 'Night line'`,
    );
    expect(line).toEqual({
      languages: languages.split(' '),
      interpreted: 200,
      confidential: true,
      allDay: true,
      takesReports: false,
    });
  });

  test('a help line is previewed in both languages, each with its own words', async () => {
    await openScreen(page, '/admin/help-lines/new');
    await page.getByLabel('Confidential, according to the source').check();
    await page.locator('[lang="en"]').getByText('Day and night · Confidential').waitFor();
    await page.locator('[lang="es"]').getByText('Día y noche · Confidencial').waitFor();
  });
});
