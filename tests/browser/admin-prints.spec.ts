import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { addSession } from './support/admin.js';
import { sheets } from './support/controls.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';

describeInBrowser('printed sheets of an event', () => {
  let app: TestApp;
  let browser: Browser;
  let cookie: string;
  let eventId: string;
  let shiftId: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    const chapter = await aChapter(app.db);
    ({ cookie } = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa Delgado' }));
    ({ id: eventId } = await anEvent(app.db, { chapterId: chapter.id, title: 'Care kit packing' }));
    ({ id: shiftId } = await aShift(app.db, { eventId, capacity: 70 }));
    for (let i = 0; i < 60; i++) {
      await aSignup(app.db, { shiftId, name: `Volunteer ${String(i).padStart(2, '0')}` });
    }
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function open(path: string, heading: RegExp): Promise<Visit> {
    const visit = await newVisit(browser, { baseUrl: app.url, width: 'desktop' });
    await addSession(visit.page, app.url, cookie);
    await visit.page.goto(`/admin/events/${eventId}/${path}`);
    await visit.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await visit.page.getByText('Volunteer 59').waitFor();
    return visit;
  }

  async function onPaper({ page }: Visit, first: string) {
    await page.emulateMedia({ media: 'print' });
    const top = await page.getByText(first).first().boundingBox();
    const links = await page.getByRole('navigation').count();
    await page.emulateMedia({ media: 'screen' });
    return { top: Math.round(top?.y ?? -1), links };
  }

  test('prints sixty names on three letter sheets without the menu, starting at the top', async () => {
    const visit = await open('print', /^Print sheet/);
    expect(await axeFindings(visit.page)).toEqual([]);
    expect(await sheets(visit.page)).toBe(3);
    const paper = await onPaper(visit, 'Care kit packing: Packing');
    expect(paper.links).toBe(0);
    expect(paper.top).toBeLessThan(40);
    expect(visit.pageErrors).toEqual([]);
    await visit.context.close();
  });

  test('marks minors and leaves room for times, signatures and walk-ins', async () => {
    await app.db.query(`UPDATE events.signup SET said_minor = true WHERE shift_id = $1 AND name = 'Volunteer 07'`, [
      shiftId,
    ]);
    const visit = await open('print', /^Print sheet/);
    const sheet = visit.page.getByRole('table', { name: 'Packing' });
    expect(await sheet.getByRole('columnheader').allInnerTexts()).toEqual([
      'Name',
      'Phone',
      'Time in',
      'Time out',
      'Signature',
      'Notes',
    ]);
    await sheet.getByRole('rowheader', { name: 'Volunteer 07 Under 18' }).waitFor();
    expect(await sheet.getByRole('rowheader', { name: /Under 18/ }).count()).toBe(1);
    expect(await sheet.getByRole('row', { name: 'Under 18', exact: true }).count()).toBe(6);
    await visit.context.close();
  });

  test('starts each shift on a new sheet', async () => {
    const { id } = await aShift(app.db, { eventId, role: 'Cleaning' });
    await aSignup(app.db, { shiftId: id, name: 'Volunteer Clean' });
    const visit = await open('print', /^Print sheet/);
    await visit.page.getByText('Volunteer Clean').waitFor();
    expect(await sheets(visit.page)).toBe(4);
    await visit.context.close();
    await app.db.query('DELETE FROM events.signup WHERE shift_id = $1', [id]);
    await app.db.query('DELETE FROM events.shift WHERE id = $1', [id]);
  });

  test('prints eight name badges per sheet, one for each guest, and only one for a person on two shifts', async () => {
    const [one] = await app.db.query<{ id: string; email: string }>(
      `SELECT u.id, v.email::text FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
       WHERE u.shift_id = $1 AND u.name = 'Volunteer 00'`,
      [shiftId],
    );
    await app.db.query(`UPDATE events.signup SET guests = 2, guest_names = '{Luz}' WHERE id = $1`, [one!.id]);
    const visit = await open('badges', /^Name badges/);
    expect(await axeFindings(visit.page)).toEqual([]);
    expect(await visit.page.getByRole('listitem').filter({ hasText: 'Packing' }).count()).toBe(62);
    expect(await visit.page.getByText('Luz').count()).toBe(1);
    expect(await sheets(visit.page)).toBe(8);
    const paper = await onPaper(visit, 'Volunteer 00');
    expect(paper.links).toBe(0);
    expect(paper.top).toBeLessThan(240);
    await visit.context.close();
  });
});
