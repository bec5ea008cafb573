import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aCredential, aCredentialType } from '../support/credentials.js';
import { anEvent, aShift, aSignup } from '../support/factories.js';
import { aSchoolAsk } from '../support/schools.js';
import { aVolunteer } from '../support/volunteers.js';
import { addSession, dayFromNow, openScreen, waitForAnimations } from './support/admin.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';
import { aMoneyDesk } from './support/money-desk.js';

/** The height that lists get at 1440 × 900 is measured from their first row, so that few rows are enough. */
const maxRowHeight = 40;
const minRowsInSight = 16;

describeInBrowser('the look of the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let cookie: string;
  let eventId: string;
  let giftId: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    const { chapterId, gifts } = await aMoneyDesk(app);
    giftId = gifts[0]!.id;
    const training = await aCredentialType(app.db, { name: 'Safeguarding training for leads', validMonths: 24 });
    const startsAt = new Date(Date.now() + 4 * 86_400_000);
    const event = await anEvent(app.db, { chapterId, title: 'Care kit packing and labeling', startsAt });
    eventId = event.id;
    const shift = await aShift(app.db, { eventId, role: 'Packing and labeling', capacity: 20 });
    for (const name of ['Bartholomew Featherstonehaugh', 'Lucía Hernández Villaseñor']) {
      const email = `${name.split(' ')[0]!.toLowerCase()}.with.a.long.address@volunteers.example.org`;
      const { id } = await aVolunteer(app, chapterId, { name, email });
      await aSignup(app.db, { shiftId: shift.id, name, email });
      await aCredential(app.db, { volunteerId: id, typeId: training.id, status: 'claimed', issuedOn: dayFromNow(-30) });
    }
    await aSchoolAsk(app, { chapterId, school: 'Martin Luther King Jr. Academy of Science', status: 'district' });
    ({ cookie } = await app.signedIn({ role: 'admin', name: 'Rosa Delgado' }));
    await app.db.query(
      `INSERT INTO notifications.mail (key, template, recipient, status, due_at, attempts)
       VALUES ('test/one', 'signup-confirm', 'ana@example.org', 'sent', now(), 1)`,
    );
    await app.graphql(
      'mutation { createChapter(name: "Fresno", city: "Fresno", timeZone: "America/Los_Angeles") { id } }',
      {},
      { cookie },
    );
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const mainLists = [
    'volunteers',
    'credentials',
    'events?view=all',
    'schools/list',
    'gifts',
    'recurring-gifts',
    'reconciliation',
    'ledger',
    'ledger/transactions',
    'fundraisers?view=all',
    'mail',
    'people',
    'staff-actions',
  ];

  test.each(['en-US', 'es-US'] as const)('lists show rows of 40 px, at least 16 at 1440 × 900: %s', async (locale) => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, locale });
    await page.setViewportSize({ width: 1440, height: 900 });
    await addSession(page, app.url, cookie);
    const problems: Record<string, RowMeasure | null> = {};
    for (const path of mainLists) {
      await openScreen(page, `/admin/${path}`);
      const rows = await measureRows(page);
      if (rows === null || rows.tallest > maxRowHeight || rows.inSight < minRowsInSight) problems[path] = rows;
    }
    expect(problems).toEqual({});
    await context.close();
  });

  test('rows get a second line if a person chooses comfortable rows, and keep them', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url });
    await page.setViewportSize({ width: 1440, height: 900 });
    await addSession(page, app.url, cookie);
    await openScreen(page, '/admin/gifts');
    await page.getByRole('button', { name: /^Options:/ }).click();
    await page.getByRole('menuitemradio', { name: 'Comfortable' }).click();
    await openScreen(page, '/admin/volunteers');
    expect((await measureRows(page))?.tallest).toBeGreaterThan(maxRowHeight);
    await context.close();
  });

  test('buttons of a row show under the pointer, with the focus and on selected rows, and always on touch screens', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url });
    await page.setViewportSize({ width: 1440, height: 900 });
    await addSession(page, app.url, cookie);
    await openScreen(page, '/admin/credentials');
    const row = page.getByRole('row', { name: /Bartholomew/ });
    const isShown = async () => {
      await waitForAnimations(page);
      return row
        .locator('td')
        .last()
        .evaluate((cell) => getComputedStyle(cell).opacity === '1');
    };
    await page.mouse.move(0, 0);
    expect(await isShown()).toBe(false);
    await row.hover();
    expect(await isShown()).toBe(true);
    await page.mouse.move(0, 0);
    await row.getByRole('link').focus();
    expect(await isShown()).toBe(true);
    await row.getByRole('checkbox').check();
    await page.getByRole('heading', { level: 1 }).focus();
    await page.mouse.move(0, 0);
    expect(await isShown()).toBe(true);
    await context.close();

    const touch = await browser.newContext({
      baseURL: app.url,
      viewport: { width: 1194, height: 834 },
      hasTouch: true,
      isMobile: true,
      bypassCSP: true,
    });
    const tablet = await touch.newPage();
    await addSession(tablet, app.url, cookie);
    await openScreen(tablet, '/admin/credentials');
    const cell = tablet
      .getByRole('row', { name: /Bartholomew/ })
      .locator('td')
      .last();
    expect(await cell.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    await touch.close();
  });

  test.each([
    { locale: 'en-US', dark: false },
    { locale: 'es-US', dark: true },
  ] as const)('screens use six text sizes and three weights: $locale', async (look) => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, ...look });
    await page.setViewportSize({ width: 1440, height: 900 });
    await addSession(page, app.url, cookie);
    const screens = [
      ...mainLists,
      'events/new',
      `events/${eventId}`,
      `gifts/${giftId}`,
      'gifts/new',
      'account',
      'health',
      'chapters',
      'help-lines',
      'matching',
      'volunteers/report',
    ];
    const used = new Map<string, string>();
    for (const path of screens) {
      await openScreen(page, `/admin/${path}`);
      for (const style of await textStyles(page)) if (!used.has(style)) used.set(style, path);
    }
    const styles = [...used].map(([style, path]) => [...style.split(' '), path]);
    const others = styles.filter(
      ([size, weight, face]) =>
        !['13px', '14px', '16px', '18px', '22px', '30px'].includes(size!) ||
        !(face === 'Newsreader' ? ['500'] : ['400', '600']).includes(weight!),
    );
    expect(others).toEqual([]);
    await context.close();
  });
});

interface RowMeasure {
  tallest: number;
  inSight: number;
}

/** Returns null for a screen without rows. */
function measureRows(page: Page): Promise<RowMeasure | null> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll('#content tbody tr')].map((row) => row.getBoundingClientRect());
    if (rows.length === 0) return null;
    const tallest = Math.max(...rows.map(({ height }) => Math.round(height)));
    return { tallest, inSight: Math.floor((innerHeight - rows[0]!.top) / tallest) };
  });
}

function textStyles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const styles = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || node.textContent?.trim() === '' || !element.checkVisibility()) continue;
      if (element.closest('svg, script, style, noscript, #recharts_measurement_span')) continue;
      const { fontSize, fontWeight, fontFamily } = getComputedStyle(element);
      styles.add(`${fontSize} ${fontWeight} ${fontFamily.split(',')[0]!.replaceAll('"', '')}`);
    }
    return [...styles];
  });
}
