import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { addSession, waitUntilLoaded, waitForAnimations } from './support/admin.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';

describeInBrowser('volunteer hours in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let eventId: string;
  let volunteerId: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    const chapter = await aChapter(app.db);
    const { cookie } = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa Delgado' });
    const startsAt = new Date(Date.now() - 86_400_000);
    const endsAt = new Date(startsAt.valueOf() + 3 * 3_600_000);
    const event = await anEvent(app.db, {
      chapterId: chapter.id,
      title: 'Soup kitchen',
      startsAt,
      endsAt,
      status: 'completed',
    });
    eventId = event.id;
    const shift = await aShift(app.db, { eventId });
    const ana = await aSignup(app.db, { shiftId: shift.id, name: 'Ana Reyes', now: startsAt });
    await aSignup(app.db, { shiftId: shift.id, name: 'Bea Unmarked', now: startsAt });
    volunteerId = ana.volunteerId;
    const at = (minutes: number) => new Date(startsAt.valueOf() + minutes * 60_000).toISOString();
    const marks = [
      { id: randomUUID(), signupId: ana.id, kind: 'CHECK_IN', at: at(0) },
      { id: randomUUID(), signupId: ana.id, kind: 'CHECK_OUT', at: at(150) },
    ];
    await app.graphql(
      'mutation ($marks: [AttendanceMarkInput!]!) { recordAttendance(marks: $marks) { code } }',
      { marks },
      { cookie },
    );
    await app.db.query(
      `INSERT INTO volunteers.hours (volunteer_id, chapter_id, day, minutes, what, note, status, created_at)
       VALUES ($1, $2, '2026-11-01', 90, 'Flyers at the market', 'With Rosa.', 'claimed', now())`,
      [volunteerId, chapter.id],
    );
    visit = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    page = visit.page;
    await addSession(page, app.url, cookie);
  });
  afterAll(async () => {
    expect(visit.foreignRequests).toEqual([]);
    expect(visit.pageErrors).toEqual([]);
    await browser.close();
    await app.close();
  });

  test('of a past event are approved with one click, and unmarked volunteers are named', async () => {
    await page.goto(`/admin/events/${eventId}`);
    await page.getByText('1 person volunteered 2 hr 30 min.').waitFor();
    await page.getByText('1 person with a spot wasn’t marked as checked in or a no-show.').waitFor();
    await page.getByRole('button', { name: 'Approve hours' }).click();
    await page.getByText('Their hours are approved.').waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('follow the actual times entered on the roster', async () => {
    const [shift] = await app.db.query<{ startsAt: Date }>('SELECT starts_at AS "startsAt" FROM events.shift');
    const minute = (n: number) => new Date(Math.floor(shift!.startsAt.valueOf() / 60_000 + n) * 60_000);
    const clock = (at: Date) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Los_Angeles', timeStyle: 'short' }).format(at);
    await page.goto(`/admin/events/${eventId}`);
    await page.getByRole('button', { name: 'Actions for Ana Reyes' }).click();
    await page.getByRole('menuitem', { name: 'Arrival and departure' }).click();
    await page.getByLabel('Arrived').fill(clock(minute(30)));
    await page.getByLabel('Left').fill(clock(minute(90)));
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Times saved.').waitFor();
    expect(
      await app.db.query('SELECT kind, at FROM events.attendance_mark WHERE undone_at IS NULL ORDER BY at'),
    ).toEqual([
      { kind: 'check_in', at: minute(30) },
      { kind: 'check_out', at: minute(90) },
    ]);
    await page.goto(`/admin/events/${eventId}`);
    await page.getByText('1 person volunteered 1 hr.').waitFor();
  });

  test("given elsewhere can be approved with a different number and a reason, which the person's page shows", async () => {
    await page.goto('/admin/volunteers/hours');
    await page.getByRole('button', { name: 'Review: Ana Reyes, Flyers at the market' }).click();
    await page.getByLabel('Minutes').fill('60');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Please fill this in.').waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Reason').fill('We left at eleven.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('You’re all caught up').waitFor();
    await page.goto(`/admin/volunteers/${volunteerId}`);
    await waitUntilLoaded(page);
    await page.getByText('2 hr total').waitFor();
    await page.getByText('Rosa Delgado changed it from 1 hr 30 min: We left at eleven.').waitFor();
  });
});
