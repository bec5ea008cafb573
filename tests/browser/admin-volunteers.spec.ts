import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { aVolunteer } from '../support/volunteers.js';
import { addSession, openScreen, waitUntilLoaded, waitForAnimations } from './support/admin.js';
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

describeInBrowser('volunteers in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let ana: string;
  let marcus: string;
  let losAngeles: string;
  let eventId: string;
  let cookie: string;
  let adminCookie: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    visit = await newVisit(browser, { baseUrl: app.url });
    page = visit.page;
    const { id: chapterId } = await aChapter(app.db, { name: 'Los Angeles' });
    losAngeles = chapterId;
    const other = await aChapter(app.db, { name: 'San Diego' });
    const startsAt = new Date(Date.now() + 3_600_000);
    const endsAt = new Date(startsAt.valueOf() + 7_200_000);
    const event = await anEvent(app.db, { chapterId, title: 'Care kit packing', startsAt, endsAt });
    eventId = event.id;
    const shift = await aShift(app.db, { eventId, role: 'Packing', capacity: 9 });
    ana = (await aSignup(app.db, { shiftId: shift.id, name: 'Ana Reyes', email: 'ana@example.org' })).volunteerId;
    marcus = (await aSignup(app.db, { shiftId: shift.id, name: 'Marcus Chen', email: 'marcus@example.org' }))
      .volunteerId;
    await app.db.query(
      `INSERT INTO volunteers.hours (volunteer_id, chapter_id, day, minutes, what, status, created_at)
       VALUES ($1, $2, current_date - 40, 150, 'Soup kitchen', 'approved', now())`,
      [ana, chapterId],
    );
    const away = await aShift(app.db, { event: { chapterId: other.id } });
    await aSignup(app.db, { shiftId: away.id, name: 'Somebody Elsewhere' });
    await app.db.query(
      `INSERT INTO volunteers.emergency_contact (volunteer_id, name, phone, updated_at)
       VALUES ($1, 'Luz Reyes', '+13105550143', now())`,
      [ana],
    );
    ({ cookie } = await app.signedIn({
      role: 'organizer',
      chapterId,
      name: 'Rosa Delgado',
      email: 'rosa@example.org',
    }));
    ({ cookie: adminCookie } = await app.signedIn({ role: 'admin', name: 'Ines Vega' }));
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

  test('an organizer sees only volunteers of their chapter', async () => {
    await page.goto('/admin/');
    await page.getByRole('link', { name: /^People/ }).click();
    await page.getByText('2 results').waitFor();
    expect(await names()).toEqual(['Ana Reyes', 'Marcus Chen']);
    await page.getByLabel('Search volunteers').fill('chen');
    await page.getByText('1 result', { exact: true }).waitFor();
    expect(await names()).toEqual(['Marcus Chen']);
  });

  test('several volunteers are tagged, found by the tag, and written to', async () => {
    await page.goto('/admin/volunteers');
    await waitUntilLoaded(page);
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('button', { name: 'Tag', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Tag').fill('van');
    await page.getByRole('button', { name: 'Add tag' }).click();
    await page.getByText('Tag added to 2 volunteers.').waitFor();
    await page.goto('/admin/volunteers?tag=van');
    await waitUntilLoaded(page);
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    expect(await page.getByRole('link', { name: 'Export', exact: true }).getAttribute('href')).toMatch(
      /^\/exports\/volunteers\.csv\?zone=[\w%]+&ids=[\da-f-]{36}%2C[\da-f-]{36}$/,
    );
    await page.getByRole('button', { name: 'Message', exact: true }).click();
    await page.getByLabel('Subject').fill('Saturday');
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill('Can you drive?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('The message to 2 volunteers is on its way.').waitFor();
    const [sent] = await app.db.query(
      "SELECT count(*)::int FROM notifications.mail WHERE template = 'volunteer-message'",
    );
    expect(sent).toEqual({ count: 2 });
  });

  test("one volunteer's page shows upcoming shifts and supports notes, removing a tag, and corrections", async () => {
    await page.goto(`/admin/volunteers/${ana}`);
    await page.getByRole('link', { name: 'Care kit packing' }).waitFor();
    await page.getByLabel('New note').fill('Has the keys.');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.getByRole('list', { name: 'Notes' }).getByText('Has the keys.').waitFor();
    await page.getByRole('button', { name: 'Remove the tag van' }).click();
    await page.getByText('Tag removed.').waitFor();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Phone').fill('+1 310 555 0142');
    await page.getByRole('checkbox', { name: 'Driving' }).check();
    await page.getByRole('button', { name: 'Add time' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saturday 9:00 AM – 1:00 PM').waitFor();
    await page.getByRole('link', { name: '+1 310 555 0142' }).waitFor();
    await page.getByRole('list', { name: 'Timeline' }).getByText('Profile changed').waitFor();
  });

  test('on the day of the shift the roster shows the emergency contact, and the log shows who viewed it', async () => {
    await page.goto(`/admin/events/${eventId}`);
    await page.getByRole('button', { name: 'Actions for Ana Reyes' }).click();
    await page.getByRole('menuitem', { name: 'Emergency contact' }).click();
    await page.getByText('Luz Reyes').waitFor();
    await page.goto(`/admin/volunteers/${ana}`);
    await page.getByRole('list', { name: 'Timeline' }).getByText('Emergency contact viewed').waitFor();
  });

  test('the emergency contact and messaging stay available after check-in', async () => {
    await app.db.query(
      `UPDATE events.signup SET status = 'checked_in', checked_in_at = now() WHERE volunteer_id = $1`,
      [ana],
    );
    try {
      for (const path of [`events/${eventId}`, `events/${eventId}/check-in`, `volunteers/${ana}`]) {
        await page.goto(`/admin/${path}`);
        await page.getByRole('button', { name: 'Actions for Ana Reyes' }).click();
        await page.getByRole('menuitem', { name: 'Send a message' }).waitFor();
        await page.getByRole('menuitem', { name: 'Emergency contact' }).click();
        await page.getByText('Luz Reyes').waitFor();
      }
    } finally {
      await app.db.query(
        `UPDATE events.signup SET status = 'confirmed', checked_in_at = NULL WHERE volunteer_id = $1`,
        [ana],
      );
    }
  });

  test('a selection survives paging, and all matches can be selected together', async () => {
    const { id: chapterId } = await aChapter(app.db, { name: 'Fresno' });
    for (let n = 10; n < 45; n += 1) {
      await aVolunteer(app, chapterId, { name: n === 12 ? 'Zelda Quist' : `Volunteer ${n}` });
    }
    await addSession(page, app.url, (await app.signedIn({ role: 'organizer', chapterId })).cookie);
    await page.goto('/admin/volunteers');
    await page
      .getByRole('row', { name: /Volunteer 10/ })
      .getByRole('checkbox')
      .check();
    await page.getByRole('link', { name: 'Next' }).click();
    await page
      .getByRole('row', { name: /Volunteer 44/ })
      .getByRole('checkbox')
      .check();
    await page.getByText('2 selected').waitFor();
    await page.getByRole('button', { name: 'Select all 35' }).click();
    await page.getByText('All 35 that match are selected').waitFor();
    await page.getByRole('link', { name: 'Previous' }).click();
    await page.getByText('Volunteer 10').waitFor();
    await page.getByText('All 35 that match are selected').waitFor();
    await page.getByRole('button', { name: 'Message', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Message to 35 volunteers' });
    await dialog.getByLabel('Subject').fill('Saturday');
    await dialog.getByLabel('Message').fill('Can you come?');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await page.getByText('The message to 35 volunteers is on its way.').waitFor();

    await page
      .getByRole('row', { name: /Volunteer 11/ })
      .getByRole('checkbox')
      .check();
    await page.getByLabel('Search volunteers').fill('Zelda');
    await page.getByText('1 result', { exact: true }).waitFor();
    expect(await page.getByText('1 selected').count()).toBe(0);
  });

  test('two records of one person are suggested, merged, and separated again', async () => {
    const shift = await aShift(app.db, {
      event: { chapterId: losAngeles, title: 'Court watch', startsAt: new Date(Date.now() + 9 * 86_400_000) },
    });
    await aSignup(app.db, { shiftId: shift.id, name: 'Marcus Chen', email: 'mc@example.org' });
    await addSession(page, app.url, adminCookie);
    await page.goto('/admin/volunteers/duplicates');
    await page.getByRole('link', { name: /^Compare/ }).click();
    await page.getByText('1 will move').waitFor();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('Merged into one record.').waitFor();
    await page.getByRole('link', { name: 'Court watch' }).waitFor();
    await page.getByRole('link', { name: 'Care kit packing' }).waitFor();
    await page.getByRole('button', { name: 'Undo merge' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo merge' }).click();
    await page.getByText('Split into two records again.').waitFor();
    await page.getByText('Possible duplicate').waitFor();
  });

  test('an administrator maintains the list of skills', async () => {
    await addSession(page, app.url, adminCookie);
    await page.goto('/admin/volunteers/terms');
    await waitUntilLoaded(page);
    await page.getByRole('button', { name: 'Add a skill or interest' }).click();
    await page.getByLabel('In English').fill('Sign language');
    await page.getByLabel('In Spanish').fill('Lengua de señas');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Added.').waitFor();
    await page.getByRole('button', { name: 'Retire: Sign language' }).click();
    await page.getByRole('button', { name: 'Restore: Sign language' }).waitFor();
  });

  test.each(adminAppearances)('has no accessibility violations: $locale, $width', async ({ locale, width }) => {
    const look = await newVisit(browser, { baseUrl: app.url, locale, width });
    await addSession(look.page, app.url, adminCookie);
    const findings: Record<string, string[]> = {};
    const paths = [
      '/admin/volunteers',
      '/admin/volunteers?tag=none&weekday=6',
      '/admin/volunteers/terms',
      '/admin/volunteers/duplicates',
      `/admin/volunteers/${ana}/merge/${marcus}`,
      '/admin/volunteers/report',
      `/admin/volunteers/${ana}`,
      `/admin/volunteers/${ana}/edit`,
    ];
    for (const path of paths) {
      await openScreen(look.page, path);
      await waitForAnimations(look.page);
      const found = await axeFindings(look.page);
      if ((await sidewaysScroll(look.page)) > 0) found.push('scrolls sideways');
      if (found.length > 0) findings[path] = found;
      const shots = process.env['LOOK'];
      if (shots)
        await look.page.screenshot({
          path: `${shots}/admin-${path.replace(/[\da-f-]{36}|\W+/g, '-')}-${locale}-${width}.png`,
          fullPage: true,
        });
    }
    expect(findings).toEqual({});
    await look.context.close();
  });

  test.each(adminAppearances)(
    'has no accessibility violations in dialogs and sections of a volunteer’s page: $locale, $width',
    async ({ locale, width }) => {
      const look = await newVisit(browser, { baseUrl: app.url, locale, width });
      await addSession(look.page, app.url, adminCookie);
      const findings: Record<string, string[]> = {};
      for (const button of [/^(Message|Escribir)$/, /^(Hours letter|Constancia de horas)$/]) {
        await openScreen(look.page, `/admin/volunteers/${ana}`);
        await look.page.getByRole('button', { name: button }).click();
        await look.page.getByRole('dialog').waitFor();
        await waitForAnimations(look.page);
        const found = await axeFindings(look.page);
        if ((await sidewaysScroll(look.page)) > 0) found.push('scrolls sideways');
        if (found.length > 0) findings[String(button)] = found;
        const shots = process.env['LOOK'];
        if (shots)
          await look.page.screenshot({
            path: `${shots}/dialog-${String(button).replace(/\W+/g, '')}-${locale}-${width}.png`,
          });
      }
      expect(findings).toEqual({});
      await look.context.close();
    },
  );
});
