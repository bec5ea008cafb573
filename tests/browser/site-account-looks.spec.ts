import { SignedIds } from '@upstander/platform';
import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aCredential, aCredentialType } from '../support/credentials.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { days } from '../support/movable-clock.js';
import { linkOf } from '../support/sign-ups.js';
import {
  axeFindings,
  addSessionCookie,
  describeInBrowser,
  launchBrowser,
  newVisit,
  sidewaysScroll,
  siteAppearances,
  findSmallTargets,
} from './support/index.js';

describeInBrowser('a volunteer’s own pages', () => {
  let app: TestApp;
  let browser: Browser;
  let cookie: string;
  let paths: Record<string, string>;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    const chapter = await aChapter(app.db, { name: 'Los Angeles' });
    const ana = await app.signedIn({ name: 'Ana Reyes' });
    ({ cookie } = ana);
    const [startsAt, endsAt] = [new Date(Date.now() + days(3)), new Date(Date.now() + days(3.1))];
    const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Care kit packing', startsAt, endsAt });
    const shift = await aShift(app.db, { eventId: event.id, startsAt, endsAt });
    const signup = await aSignup(app.db, { shiftId: shift.id, name: 'Ana Reyes', email: ana.email });
    for (const name of ['Beatriz Luna', 'Cal Vega']) await aSignup(app.db, { shiftId: shift.id, name });
    await app.db.query('UPDATE volunteers.volunteer SET shows_name_to_peers = true');
    const signups = await app.db.query<{ id: string }>(
      `INSERT INTO volunteers.hours (volunteer_id, chapter_id, day, minutes, what, status, note, created_at)
       SELECT $1, $2, day, minutes, what, status, note, now() FROM (VALUES
         ('2026-11-01'::date, 150, 'Care kit packing', 'approved', NULL),
         ('2026-10-01'::date, 90, 'Flyers at the market', 'claimed', 'With Rosa.'),
         ('2025-09-01'::date, 200, 'Court watch', 'approved', NULL)
       ) g (day, minutes, what, status, note) RETURNING id`,
      [signup.volunteerId, chapter.id],
    );
    const [training, waiver] = [await aCredentialType(app.db), await aCredentialType(app.db, { kind: 'waiver' })];
    const check = await aCredentialType(app.db, { kind: 'screening' });
    await aCredential(app.db, { volunteerId: signup.volunteerId, typeId: training.id, expiresOn: '2030-01-01' });
    await app.db.query(
      `INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, created_at, updated_at)
       VALUES ($1, $2, 'screening', 'requested', now(), now())`,
      [signup.volunteerId, check.id],
    );
    const [letterRequest] = await app.db.query<{ id: string }>(
      `INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, text_version, guardian_email, created_at, updated_at)
       SELECT volunteer_id, $1, 'waiver', 'requested', 1, 'parent@example.org', now(), now() FROM events.signup
       WHERE volunteer_id <> $2 LIMIT 1 RETURNING id`,
      [waiver.id, signup.volunteerId],
    );
    const task = (type: { id: string }) => `/account/credentials?type=${type.id}`;
    paths = {
      credentials: '/account/credentials',
      'a training': task(training),
      'a waiver': task(waiver),
      'a background check': task(check),
      'a guardian': `/guardian/${app.nest.get(SignedIds).sign('guardian-waiver', letterRequest!.id)}`,
      account: '/account',
      hours: '/account/hours',
      'hours, told': '/account/hours?did=claim',
      'a wrong number': `/account/hours?dispute=${signups[0]!.id}`,
      'a letter of no days': '/account/hours?letter=1&from=&to=soon',
      notifications: '/account/notifications',
      data: '/account/data',
      'erase?': '/account/data?ask=erase',
      'a shift with others': `/s/${linkOf(app, signup.id)}`,
    };
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test.each(siteAppearances)('has no accessibility violations: $locale, $width', async (look) => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, ...look });
    await addSessionCookie(context, app, cookie);
    const findings: Record<string, string[]> = {};
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(path);
      const found = [...(await axeFindings(page)), ...(await findSmallTargets(page))];
      if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
      if (found.length > 0) findings[name] = found;
      const shots = process.env['LOOK'];
      if (shots)
        await page.screenshot({
          path: `${shots}/${name.replace(/\W+/g, '-')}-${look.locale}-${look.width}.png`,
          fullPage: true,
        });
    }
    expect(findings).toEqual({});
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test("an empty form shows each field's error and has no accessibility violations", async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript: false });
    await addSessionCookie(context, app, cookie);
    await page.goto('/account/hours');
    await page.getByLabel('What you did').fill('Flyers');
    await page.getByRole('button', { name: 'Submit hours' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('What you did').inputValue()).toBe('Flyers');
    expect(await page.locator('.field.wrong').count()).toBe(3);
    await context.close();
  });
});
