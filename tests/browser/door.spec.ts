import { SignedIds } from '@upstander/platform';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { minutes } from '../support/movable-clock.js';
import { addSession, waitForAnimations } from './support/admin.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit, type VisitOptions } from './support/index.js';

describeInBrowser('poster, kiosk and board', () => {
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
    const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 600_000);
    ({ id: eventId } = await anEvent(app.db, { chapterId: chapter.id, title: 'Care kit packing', startsAt }));
    ({ id: shiftId } = await aShift(app.db, { eventId, role: 'Packing', capacity: 80, startsAt }));
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function visit(options: Partial<VisitOptions> = {}): Promise<Page> {
    const { page } = await newVisit(browser, { baseUrl: app.url, width: 'phone', ...options });
    return page;
  }
  async function asOrganizer(path: string, options: Partial<VisitOptions> = {}): Promise<Page> {
    const page = await visit(options);
    await addSession(page, app.url, cookie);
    await page.goto(path);
    return page;
  }
  const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+/, '');
  const door = async () =>
    (
      await app.graphql<{ eventDoor: { posterUrl: string; code: string } }>(
        'query ($id: ID!) { eventDoor(eventId: $id) { posterUrl code } }',
        { id: eventId },
        { cookie },
      )
    ).data.eventDoor;
  const statusOf = async (id: string) =>
    (await app.db.query<{ status: string }>('SELECT status FROM events.signup WHERE id = $1', [id]))[0]?.status;

  test('a volunteer who opened their email on this phone checks in by the poster without any script', async () => {
    const ana = await aSignup(app.db, { shiftId, name: 'Ana Morales' });
    // The code on the wall changes every ten minutes, and the previous one is still accepted.
    const now = Date.now();
    app.clock.set(new Date(now - minutes(10)));
    const { code: before } = await door();
    app.clock.set(new Date(now));
    const { posterUrl, code } = await door();
    const wrong = ['0000', '0001', '0002'].find((one) => one !== code && one !== before)!;
    const page = await visit({ javaScript: false });
    await page.goto(pathOf(posterUrl));
    await page.getByText('This phone doesn’t know who you are yet.').waitFor();
    await page.goto(`/s/${app.nest.get(SignedIds).sign('signup', ana.id)}`);
    await page.getByRole('img', { name: 'The QR code of your sign-up' }).waitFor();
    await page.goto(pathOf(posterUrl));
    await page.getByText('Hello, Ana').waitFor();
    await page.getByLabel('Code on the wall').fill(wrong);
    await page.getByRole('button', { name: 'I’m here' }).click();
    await page.locator('.field-error').getByText('That isn’t the code on the wall.').waitFor();
    expect(await statusOf(ana.id)).toBe('confirmed');
    // The poster on a screen includes the code in its link, so nothing is typed.
    await page.goto(`${pathOf(posterUrl)}?code=${code}`);
    expect(await page.getByLabel('Code on the wall').count()).toBe(0);
    await page.getByRole('button', { name: 'I’m here' }).click();
    await page.getByRole('heading', { name: 'You’re checked in' }).waitFor();
    await page.getByText('Packing').waitFor();
    expect(await statusOf(ana.id)).toBe('checked_in');
    await page.context().close();
    app.clock.release();
  });

  test('the board shows people present, refreshes itself, has no token in its URL, and closes once its link is revoked', async () => {
    // Keeps the code on the wall from changing during the test.
    app.clock.set(new Date());
    const page = await asOrganizer(`/admin/events/${eventId}/door`);
    await page.getByRole('button', { name: 'Create a board link' }).click();
    const href = await page.getByRole('link', { name: 'Open the board' }).getAttribute('href');
    const wall = await visit({ width: 'desktop', javaScript: false });
    const shown = await wall.goto(pathOf(href!));
    await wall.getByRole('heading', { name: 'Here now' }).waitFor();
    expect(wall.url()).toMatch(/\/board\/~[\w-]{12}$/);
    expect(shown?.headers()['refresh']).toBe('30');
    await wall.getByText((await door()).code, { exact: true }).waitFor();
    await wall.getByRole('link', { name: 'Pause' }).click();
    await wall.getByRole('link', { name: 'Resume' }).waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Revoke the link' }).click();
    await page.getByRole('button', { name: 'Create a board link' }).waitFor();
    await wall.reload();
    await wall.getByRole('heading', { name: 'This board is closed' }).waitFor();
    app.clock.release();
    await page.context().close();
    await wall.context().close();
  });

  test('the kiosk works by its link alone: a full name checks in, part of one finds no one, and it has no session', async () => {
    const bea = await aSignup(app.db, { shiftId, name: 'Bea Ruiz' });
    const desk = await asOrganizer(`/admin/events/${eventId}/door`);
    await desk.getByRole('button', { name: 'Create a kiosk link' }).click();
    await desk.getByRole('img', { name: 'QR code of the kiosk link' }).waitFor();
    const link = await desk.getByText('/admin/kiosk#').innerText();
    const page = await visit();
    await page.goto(pathOf(link));
    const name = page.getByLabel('Your first and last name');
    await name.waitFor();
    expect(page.url()).toMatch(/\/admin\/kiosk$/);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.getByRole('link').count()).toBe(0);
    await name.fill('Bea');
    await page.getByRole('button', { name: 'I’m here' }).click();
    await page.getByText('We couldn’t find you at this event.').waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().setOffline(true);
    await name.fill('bea ruiz');
    await page.getByRole('button', { name: 'I’m here' }).click();
    await page.getByText('There’s no network right now.').waitFor();
    await page.context().setOffline(false);
    await name.fill('bea ruiz');
    await Promise.all([
      page.getByText('Welcome, Bea! You’re checked in.').waitFor(),
      page.getByRole('button', { name: 'I’m here' }).click(),
    ]);
    expect(await statusOf(bea.id)).toBe('checked_in');
    await page.goto('/admin/volunteers');
    await page.waitForURL('**/admin/sign-in?**');
    await page.goto('/admin/kiosk');
    await name.waitFor();
    await desk.getByRole('button', { name: 'Revoke the kiosk link' }).click();
    await desk.getByRole('button', { name: 'Create a kiosk link' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'This kiosk is closed' }).waitFor();
    await page.context().close();
    await desk.context().close();
  });

  test('a signed-in device must sign out before it becomes a kiosk', async () => {
    const desk = await asOrganizer(`/admin/events/${eventId}/door`);
    await desk.getByRole('button', { name: 'Create a kiosk link' }).click();
    const link = await desk.getByText('/admin/kiosk#').innerText();
    const own = await app.signedIn({ role: 'organizer', name: 'Second Device' });
    const tablet = await visit();
    await addSession(tablet, app.url, own.cookie);
    await tablet.goto(pathOf(link));
    await tablet.getByRole('heading', { name: 'Sign out before you hand over this device' }).waitFor();
    const requests: string[] = [];
    tablet.on('request', (request) => {
      if (request.isNavigationRequest()) requests.push('new page');
      else if (request.method() === 'POST')
        requests.push(/(mutation|query) \w+/.exec(request.postData() ?? '')?.[0] ?? 'other');
    });
    await tablet.getByRole('button', { name: 'Sign out and start kiosk' }).click();
    await tablet.getByLabel('Your first and last name').waitFor();
    // The old page must not become the kiosk, because a name typed there would be lost.
    expect(requests.slice(0, 2)).toEqual(['mutation SignOut', 'new page']);
    await tablet.goto('/admin/volunteers');
    await tablet.waitForURL('**/admin/sign-in?**');
    await desk.getByRole('button', { name: 'Revoke the kiosk link' }).click();
    await desk.getByRole('button', { name: 'Create a kiosk link' }).waitFor();
    await tablet.context().close();
    await desk.context().close();
  });
});
