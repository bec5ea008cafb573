import { SignedIds } from '@upstander/platform';
import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { addSession, enterOfflinePin, waitForOfflineCache, setOfflinePin, waitForAnimations } from './support/admin.js';
import { recordVideo } from './support/qr-code-video.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit } from './support/index.js';

/** This Chromium has no BarcodeDetector, so our own reader is used, as on an iPhone. */
describeInBrowser('scanning codes at the entrance', () => {
  let app: TestApp;
  let browser: Browser;
  let film: string;
  let cookie: string;
  let eventId: string;
  let shiftId: string;

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    const chapter = await aChapter(app.db);
    ({ cookie } = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa Delgado' }));
    const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 600_000);
    ({ id: eventId } = await anEvent(app.db, { chapterId: chapter.id, title: 'Care kit packing', startsAt }));
    ({ id: shiftId } = await aShift(app.db, { eventId, capacity: 10 }));
    const ana = await aSignup(app.db, { shiftId, name: 'Ana Morales' });
    await aSignup(app.db, { shiftId, name: 'Bea Ruiz' });
    const elsewhere = await aSignup(app.db, { name: 'Zoe Elsewhere' });
    const codeOf = ({ id }: { id: string }) => app.nest.get(SignedIds).sign('door', id);
    const codes = ['https://example.org/menu', codeOf(elsewhere), codeOf(ana)];
    film = await recordVideo(codes);
    browser = await launchBrowser({ camera: film });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  test('reports a foreign code and one of another event, reads the next, and works offline', async () => {
    const { page, context, foreignRequests, pageErrors } = await newVisit(browser, {
      baseUrl: app.url,
      width: 'phone',
      obeysPolicy: true,
    });
    await addSession(page, app.url, cookie);
    await page.goto(`/admin/events/${eventId}/check-in`);
    await setOfflinePin(page);
    await waitForOfflineCache(page);
    await context.setOffline(true);
    await page.reload();
    await enterOfflinePin(page);
    await page.getByRole('button', { name: 'Scan codes' }).click();
    await page.getByText('This isn’t one of our codes.').waitFor();
    await page.getByText('This code is for another event or a canceled sign-up.').waitFor();
    await page.getByText('1 of 2 checked in').waitFor();
    // A code held still is seen repeatedly.
    await page.getByText('Ana Morales was already checked in.').waitFor();
    await page.getByText('1 change hasn’t been sent yet').waitFor();

    await context.setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await eventually(async () => {
      const rows = await app.db.query(`SELECT name, status FROM events.signup WHERE shift_id = $1 ORDER BY name`, [
        shiftId,
      ]);
      expect(rows).toEqual([
        { name: 'Ana Morales', status: 'checked_in' },
        { name: 'Bea Ruiz', status: 'confirmed' },
      ]);
      return true;
    });
    expect(foreignRequests).toEqual([]);
    expect(pageErrors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await context.close();
  });

  test('a list reopened while the network drops still reads codes offline', async () => {
    const { page, context, foreignRequests } = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    await addSession(page, app.url, cookie);
    const list = `/admin/events/${eventId}/check-in`;
    await page.goto(list);
    await setOfflinePin(page);
    await waitForOfflineCache(page);
    // On reopening, the reader doesn't load: the network dropped between the list and the last script.
    const secondPage = await context.newPage();
    await secondPage.addInitScript(() => {
      const { fetch } = window;
      window.fetch = (...asked) =>
        String(asked[0]).endsWith('.wasm') ? Promise.reject(new TypeError('no network')) : fetch(...asked);
    });
    await secondPage.goto(list);
    await secondPage.getByText('This list also opens without a network').waitFor();
    await secondPage.close();
    // The browser may evict its HTTP cache at any time.
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
    await context.setOffline(true);
    await page.reload();
    await enterOfflinePin(page);
    await page.getByRole('button', { name: 'Scan codes' }).click();
    await page.getByText('This isn’t one of our codes.').waitFor();
    expect(foreignRequests).toEqual([]);
    await context.close();
  });

  test('a list opened offline is stored again once the network is back', async () => {
    const { page, context } = await newVisit(browser, { baseUrl: app.url, width: 'phone' });
    await addSession(page, app.url, cookie);
    await page.goto(`/admin/events/${eventId}/check-in`);
    await setOfflinePin(page);
    await waitForOfflineCache(page);
    await context.setOffline(true);
    await page.reload();
    await enterOfflinePin(page);
    await page.getByRole('button', { name: 'Scan codes' }).waitFor();
    await context.setOffline(false);
    await page.getByText('This list also opens without a network').waitFor();
    await context.close();
  });

  test('only check-in screens may request the camera, and a denial shows the alternatives', async () => {
    const headersOf = async (path: string) => (await fetch(app.url + path, { headers: { cookie } })).headers;
    const door = await headersOf(`/admin/events/${eventId}/check-in`);
    expect(door.get('permissions-policy')).toContain('camera=(self)');
    expect(door.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval';");
    for (const path of ['/admin/', `/admin/events/${eventId}`, '/admin/check-in-of-another', '/events']) {
      const other = await headersOf(path);
      expect(other.get('permissions-policy')).toContain('camera=()');
      expect(other.get('content-security-policy')).not.toContain('wasm');
    }
    const wary = await launchBrowser({ camera: film, letsPagesSee: false });
    const { page } = await newVisit(wary, { baseUrl: app.url, width: 'phone' });
    await addSession(page, app.url, cookie);
    // The event page may not use the camera, so the browser does a full page load of the scanner.
    await page.goto(`/admin/events/${eventId}`);
    await page.getByRole('link', { name: 'Check-in' }).click();
    await page.getByRole('button', { name: 'Scan codes' }).click();
    await page.getByText('This browser doesn’t let the page use the camera.').waitFor();
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await wary.close();
  });
});
