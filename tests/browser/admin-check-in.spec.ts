import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';
import { addSession, enterOfflinePin, waitForOfflineCache, setOfflinePin, waitForAnimations } from './support/admin.js';
import { axeFindings, describeInBrowser, launchBrowser, newVisit, type Visit } from './support/index.js';

describeInBrowser('check-in at the entrance', () => {
  let app: TestApp;
  let browser: Browser;
  let cookie: string;
  let eventId: string;
  let shiftId: string;
  let chapterId: string;
  const visits: Visit[] = [];

  beforeAll(async () => {
    app = await startApp({ safelisted: true });
    browser = await launchBrowser();
    const chapter = await aChapter(app.db);
    chapterId = chapter.id;
    ({ cookie } = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Rosa Delgado' }));
    const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 600_000);
    const event = await anEvent(app.db, { chapterId: chapter.id, title: 'Care kit packing', startsAt });
    eventId = event.id;
    ({ id: shiftId } = await aShift(app.db, { eventId, capacity: 61 }));
    for (let i = 0; i < 60; i++) {
      await aSignup(app.db, { shiftId, name: `Volunteer ${String(i).padStart(2, '0')}` });
    }
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  afterEach(async () => {
    for (const visit of visits.splice(0)) {
      expect(visit.foreignRequests).toEqual([]);
      // The browser reports requests without a network as errors, which is expected here.
      expect(visit.pageErrors.filter((error) => !/ERR_(INTERNET_DISCONNECTED|FAILED)/.test(error))).toEqual([]);
      await visit.context.close();
    }
  });

  async function aPhone(
    locale: 'en-US' | 'es-US' = 'en-US',
    session = cookie,
  ): Promise<{ page: Page; context: BrowserContext }> {
    const visit = await newVisit(browser, { baseUrl: app.url, width: 'phone', locale });
    visits.push(visit);
    await addSession(visit.page, app.url, session);
    await visit.page.goto(`/admin/events/${eventId}/check-in`);
    await visit.page.getByRole('heading', { level: 1, name: 'Care kit packing' }).waitFor();
    return visit;
  }
  const statuses = async () =>
    (
      await app.db.query<{ status: string; count: number }>(
        'SELECT status, count(*)::int FROM events.signup WHERE shift_id = $1 GROUP BY status',
        [shiftId],
      )
    ).reduce<Record<string, number>>((all, { status, count }) => ({ ...all, [status]: count }), {});

  const counted = (wanted: Record<string, number>) =>
    eventually(async () => {
      expect(await statuses()).toEqual(wanted);
      return true;
    });

  const stored = (page: Page): Promise<string[]> =>
    page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const open = indexedDB.open('upstander-door');
          open.onsuccess = () => {
            const all = open.result.transaction('lists').objectStore('lists').getAll();
            all.onsuccess = () => {
              const text = (value: unknown): string =>
                value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                  ? new TextDecoder('latin1').decode(value as ArrayBuffer)
                  : value !== null && typeof value === 'object'
                    ? Object.entries(value)
                        .map(([key, part]) => `${key}: ${text(part)}`)
                        .join('\n')
                    : String(value);
              resolve(all.result.map(text));
            };
          };
        }),
    );

  test('finds a volunteer by search, checks them in with one tap, and undoes it with another', async () => {
    const { page } = await aPhone();
    await page.getByRole('searchbox', { name: 'Search people' }).fill('volunteer 07');
    await page.getByRole('button', { name: 'Check in Volunteer 07' }).click();
    await page.getByText(/^Here since /).waitFor();
    await counted({ confirmed: 59, checked_in: 1 });
    await page.getByRole('button', { name: 'Undo for Volunteer 07' }).click();
    await counted({ confirmed: 60 });
    await page.getByRole('button', { name: 'No-show: Volunteer 07' }).click();
    await page.getByText('Didn’t come').waitFor();
    // Otherwise the page would close before the undo.
    await counted({ confirmed: 59, no_show: 1 });
    await waitForAnimations(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo for Volunteer 07' }).click();
    await counted({ confirmed: 60 });
  });

  test('syncs sixty people from two offline phones that were reloaded, losing and duplicating no one', async () => {
    const [one, two] = [await aPhone(), await aPhone('es-US')];
    await setOfflinePin(one.page);
    await two.page.getByText('Sin conexión, esta lista solo sigue disponible').waitFor();
    // The QR reader loads last and would fail if the network were cut before.
    for (const { page } of [one, two]) await waitForOfflineCache(page);
    await one.context.setOffline(true);
    await two.context.setOffline(true);

    // The phones overlap by ten people, as at a real entrance. Waits for each check-in to appear before the next,
    // because rows move when one shows its time.
    for (let i = 0; i < 35; i++) {
      const name = `Volunteer ${String(i).padStart(2, '0')}`;
      await one.page.getByRole('button', { name: `Check in ${name}` }).click();
      await one.page.getByRole('button', { name: `Check out ${name}` }).waitFor();
    }
    for (let i = 25; i < 60; i++) {
      const name = `Volunteer ${String(i).padStart(2, '0')}`;
      await two.page.getByRole('button', { name: `Registrar llegada: ${name}` }).click();
      await two.page.getByRole('button', { name: `Registrar salida: ${name}` }).waitFor();
    }
    await one.page.getByText('35 changes haven’t been sent yet').waitFor();

    await one.page.reload();
    await one.page.getByText('This list is locked').waitFor();
    await enterOfflinePin(one.page, '000000');
    await one.page.getByText('Wrong PIN. 4 tries left.').waitFor();
    await enterOfflinePin(one.page);
    await one.page.getByText('35 of 60 checked in').waitFor();
    await one.page.getByRole('button', { name: 'Add walk-in' }).click();
    await one.page.getByLabel('Name').fill('Ivo Walker');
    await one.page.getByLabel('Email address').fill('ivo@example.org');
    await one.page.getByRole('radio', { name: 'Yes, 18 or older' }).check();
    await one.page.getByRole('button', { name: 'Add and check in' }).click();
    await one.page.getByText('36 of 61 checked in').waitFor();
    expect(await statuses()).toEqual({ confirmed: 60 });

    await two.context.setOffline(false);
    await two.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await counted({ confirmed: 25, checked_in: 35 });
    await one.context.setOffline(false);
    await one.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await counted({ checked_in: 61 });
    await one.page.getByText('61 of 61 checked in').waitFor();
  });

  test('reports by name what changed at the desk meanwhile, without blocking later check-ins', async () => {
    const { page, context } = await aPhone();
    await waitForOfflineCache(page);
    await context.setOffline(true);
    const late = await aSignup(app.db, { shiftId: (await aShift(app.db, { eventId })).id, name: 'Zoe Late' });
    await context.setOffline(false);
    await page.reload();
    await page.getByRole('button', { name: 'Check in Zoe Late' }).waitFor();
    await waitForOfflineCache(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Check in Zoe Late' }).click();
    await app.db.query(`UPDATE events.signup SET status = 'cancelled' WHERE id = $1`, [late.id]);
    await context.setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByText('Zoe Late had canceled.').waitFor();
    await page.getByRole('button', { name: 'Got it: Zoe Late' }).click();
    await page.getByText('Zoe Late').waitFor({ state: 'detached' });
  });

  test('encrypts the list on the phone, and shows no name without its PIN or a network', async () => {
    const { page, context } = await aPhone();
    await page.getByText('Without a network, this list stays available').waitFor();
    await waitForOfflineCache(page);
    const [list] = await stored(page);
    expect(list).toContain('bySession');
    expect(list).not.toMatch(/Volunteer|Care kit/);
    await context.setOffline(true);
    await page.reload();
    await page.getByText('no PIN was set for this list').waitFor();
    expect(await page.getByText('Volunteer 0').count()).toBe(0);
  });

  test('deletes the list after five wrong PINs', async () => {
    const { page, context } = await aPhone();
    await setOfflinePin(page);
    await waitForOfflineCache(page);
    await context.setOffline(true);
    await page.reload();
    for (const left of [4, 3, 2, 1]) {
      await enterOfflinePin(page, `00000${left}`);
      await page.getByText(`Wrong PIN. ${left} tr`).waitFor();
    }
    await enterOfflinePin(page, '000000');
    await page.getByText('The list was removed from this phone.').waitFor();
    expect(await stored(page)).toEqual([]);
  });

  test('deletes the list instead of opening it a day after the last contact with the server', async () => {
    const { page, context } = await aPhone();
    await setOfflinePin(page);
    await waitForOfflineCache(page);
    await context.setOffline(true);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const open = indexedDB.open('upstander-door');
          open.onsuccess = () => {
            const lists = open.result.transaction('lists', 'readwrite').objectStore('lists');
            lists.openCursor().onsuccess = ({ target }) => {
              const cursor = (target as IDBRequest<IDBCursorWithValue>).result;
              const readAt = new Date(Date.now() - 25 * 3_600_000).toISOString();
              cursor.update({ ...cursor.value, readAt }).onsuccess = resolve;
            };
          };
        }),
    );
    await page.reload();
    await enterOfflinePin(page);
    await page.getByText('The list was removed from this phone.').waitFor();
    expect(await stored(page)).toEqual([]);
  });

  test.each([
    ['signs out', 'here'],
    ['signs out of all devices', 'everywhere'],
  ])('leaves no list on the phone of an organizer who %s', async (_, where) => {
    const own = await app.signedIn({ role: 'organizer', chapterId, name: 'Own Session' });
    const { page } = await aPhone('en-US', own.cookie);
    await page.getByText('Without a network, this list stays available').waitFor();
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.goto(where === 'here' ? '/admin/' : '/admin/account');
    await page
      .getByRole('button', { name: where === 'here' ? 'Sign out' : 'Sign out everywhere', exact: true })
      .click();
    await page.waitForURL('**/admin/sign-in');
    expect(await stored(page)).toEqual([]);
  });

  test('removes the list once an admin has ended the sessions, and keeps unsent check-ins encrypted for the same person', async () => {
    const own = await app.signedIn({ role: 'organizer', chapterId, name: 'Lost Phone' });
    const { page, context } = await aPhone('en-US', own.cookie);
    await setOfflinePin(page);
    await waitForOfflineCache(page);
    const eve = await aSignup(app.db, { shiftId: (await aShift(app.db, { eventId })).id, name: 'Eve Unsent' });
    await page.reload();
    await page.getByRole('button', { name: 'Check in Eve Unsent' }).waitFor();
    await waitForOfflineCache(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Check in Eve Unsent' }).click();
    await page.getByText('1 change hasn’t been sent yet').waitFor();
    await app.db.query('UPDATE identity.session SET revoked_at = now() WHERE account_id = $1', [own.accountId]);
    await context.setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.waitForURL('**/admin/sign-in?**');
    // The sign-in page replaces the app with a full page load.
    await page.getByLabel('Email address').waitFor();
    const [left, ...others] = await stored(page);
    expect(others).toEqual([]);
    expect(left).toMatch(/list: null/);
    expect(left).toMatch(/byPin: null/);
    expect(left).not.toMatch(/Eve|Volunteer/);
    const statusOf = async () =>
      (await app.db.query<{ status: string }>('SELECT status FROM events.signup WHERE id = $1', [eve.id]))[0]?.status;
    expect(await statusOf()).toBe('confirmed');
    // Another person on this phone can neither see nor send it.
    await addSession(page, app.url, cookie);
    await page.goto('/admin/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await statusOf()).toBe('confirmed');
    const again = await app.signedIn({ email: own.email, name: 'Lost Phone' });
    await addSession(page, app.url, again.cookie);
    await page.goto('/admin/');
    await eventually(async () => {
      expect(await statusOf()).toBe('checked_in');
      return true;
    });
  });
});
