import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aCredential, aCredentialType } from '../support/credentials.js';
import { anEvent, aShift, aSignup } from '../support/factories.js';
import { aSchoolAsk } from '../support/schools.js';
import { aVolunteer } from '../support/volunteers.js';
import { addSession, dayFromNow, openScreen } from './support/admin.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit, findOutsidePanel } from './support/index.js';
import { aMoneyDesk } from './support/money-desk.js';

describeInBrowser('list widths', () => {
  let app: TestApp;
  let browser: Browser;
  let cookie: string;
  let paths: string[];

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    const { chapterId, live } = await aMoneyDesk(app);
    const terms = await app.db.query<{ id: string }>('SELECT id FROM volunteers.term ORDER BY name LIMIT 5');
    const training = await aCredentialType(app.db, { name: 'Safeguarding training for leads', validMonths: 24 });
    const waiver = await aCredentialType(app.db, { kind: 'waiver', name: 'Volunteer waiver and release' });
    const startsAt = new Date(Date.now() + 4 * 86_400_000);
    const event = await anEvent(app.db, { chapterId, title: 'Care kit packing', startsAt });
    const shift = await aShift(app.db, { eventId: event.id, role: 'Packing and labeling', capacity: 20 });
    for (const name of ['Bartholomew Featherstonehaugh', 'Lucía Hernández Villaseñor', 'Ana Reyes']) {
      const email = `${name.split(' ')[0]!.toLowerCase()}.with.a.long.address@volunteers.example.org`;
      const { id } = await aVolunteer(app, chapterId, { name, email });
      await aSignup(app.db, { shiftId: shift.id, name, email });
      await app.db.query(
        `UPDATE volunteers.volunteer SET skill_ids = $2, phone = '+13105550143',
           availability = '[{"weekday": 1, "from": "09:00", "until": "12:00"}, {"weekday": 3, "from": "09:00", "until": "12:00"}]'
         WHERE id = $1`,
        [id, terms.map((term) => term.id)],
      );
      await app.db.query(
        `INSERT INTO volunteers.tag (volunteer_id, chapter_id, name, created_at)
         SELECT $1, $2, name, now() FROM unnest(ARRAY['van driver', 'speaks at schools']) name`,
        [id, chapterId],
      );
      for (const typeId of [training.id, waiver.id]) {
        await aCredential(app.db, { volunteerId: id, typeId, expiresOn: dayFromNow(9) });
      }
      await aCredential(app.db, { volunteerId: id, typeId: training.id, status: 'claimed', issuedOn: dayFromNow(-30) });
    }
    await aSchoolAsk(app, {
      chapterId,
      school: 'Martin Luther King Jr. Academy of Science and the Arts',
      status: 'district',
    });
    ({ cookie } = await app.signedIn({ role: 'admin', name: 'Rosa Delgado' }));
    const over = await anEvent(app.db, {
      chapterId,
      title: 'Court watch training',
      online: true,
      place: null,
      startsAt: new Date(Date.now() - 86_400_000),
      endsAt: new Date(Date.now() - 80_000_000),
    });
    await app.db.query(`UPDATE events.event SET online_url = 'https://meet.example.org/a' WHERE id = $1`, [over.id]);
    await app.graphql(
      'mutation { createChapter(name: "Fresno", city: "Fresno", timeZone: "America/Los_Angeles") { id } }',
      {},
      { cookie },
    );
    const [course] = await app.db.query<{ id: string }>('SELECT id FROM learning.course LIMIT 1');
    paths = [
      `events/${over.id}`,
      `courses/${course!.id}`,
      'volunteers',
      'volunteers/hours',
      'credentials',
      'schools/list',
      'schools/directory',
      `events/${event.id}`,
      'events?view=all',
      'gifts',
      'recurring-gifts',
      'receipts',
      'disbursements?view=all',
      'reconciliation',
      'ledger/transactions',
      'fundraisers',
      'mail',
      'staff-actions',
      'people',
      `fundraisers/${live.id}/gifts`,
    ];
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test.each([
    { locale: 'en-US', dark: false },
    { locale: 'es-US', dark: true },
  ] as const)('no table is wider than its panel or has accessibility violations: $locale, dark $dark', async (look) => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, ...look });
    await addSession(page, app.url, cookie);
    const findings: Record<string, string[]> = {};
    for (const path of paths) {
      await openScreen(page, `/admin/${path}`);
      const found = [...(await axeFindings(page)), ...(await findOutsidePanel(page, [1024, 1280, 1440]))];
      if (found.length > 0) findings[path] = found;
    }
    expect(findings).toEqual({});
    await context.close();
  });

  test.each(['en-US', 'es-US'] as const)('the list of events shows whole times at 1280 px: %s', async (locale) => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, locale });
    await page.setViewportSize({ width: 1280, height: 800 });
    await addSession(page, app.url, cookie);
    await openScreen(page, '/admin/events?view=all');
    const cut = await page
      .locator('td:has(> time)')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
      );
    expect(cut).toEqual([]);
    await context.close();
  });
});
