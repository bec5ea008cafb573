import { startApp, type TestApp } from '../support/app.js';
import { anApplication } from '../support/advocacy.js';
import { anEvent, aShift } from '../support/factories.js';

describe('quiet pages', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const page = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(app.url + path, { redirect: 'manual', ...init });
  const quiet = [
    '/work',
    '/using-this-site',
    '/opportunities',
    '/reply',
    '/talk',
    '/help',
    '/help/find',
    '/help/services',
    '/learn',
    '/learn/signs',
    '/search',
    '/search?text=kitchen',
  ];

  test('are not cached and send no referrer', async () => {
    for (const path of [...quiet, '/Work', '/%77ork', '/opportunities/nothing', '/opportunities/x/apply']) {
      const { headers } = await page(path);
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
      expect([path, headers.get('referrer-policy')]).toEqual([path, 'no-referrer']);
    }
    for (const path of ['/', '/events', '/workshop', '/opportunities-for-all', '/?x=/work']) {
      expect((await page(path)).headers.get('referrer-policy')).toBe('same-origin');
    }
  });

  test('are the same for signed-in users', async () => {
    const { cookie } = await app.signedIn({ role: 'admin' });
    for (const path of quiet) {
      const [one, other] = await Promise.all([page(path), page(path, { headers: { cookie } })]);
      // Except for the form key, which prevents duplicate submissions.
      const withoutKey = async (answer: Response) => (await answer.text()).replace(/value="[0-9a-f-]{36}"/, '');
      expect(await withoutKey(one)).toBe(await withoutKey(other));
    }
  });

  test('show no sign-in link, unlike all other pages', async () => {
    const countSignInLinks = async (path: string) =>
      (await (await page(path)).text()).match(/href="\/sign-in"/g)?.length ?? 0;
    for (const path of quiet) expect([path, await countSignInLinks(path)]).toEqual([path, 0]);
    for (const path of ['/', '/events', '/privacy']) expect([path, await countSignInLinks(path)]).toEqual([path, 2]);
  });

  /** Submits a form as a browser does from a page with `no-referrer`. */
  const form = (path: string, headers: Record<string, string>): Promise<Response> =>
    page(path, { method: 'POST', headers: { origin: 'null', ...headers }, body: new URLSearchParams({ a: 'b' }) });

  test('accept their own forms with and without origin headers', async () => {
    const { cookie } = await app.signedIn();
    // No form exists at this URL: a 405 means that the request passed the origin check.
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, {}, { cookie }]) {
      expect((await form('/using-this-site', headers as Record<string, string>)).status).toBe(405);
    }
  });

  test('reject forms of other sites', async () => {
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect((await form('/using-this-site', { 'sec-fetch-site': site })).status).toBe(403);
    }
    const named = await form('/using-this-site', { origin: 'https://evil.example' });
    expect(named.status).toBe(403);
  });

  test('submit their forms under no-referrer, but not from another site', async () => {
    const { code } = await anApplication(app);
    const open = (headers: Record<string, string>) =>
      page('/reply', {
        method: 'POST',
        headers: { origin: 'null', ...headers },
        body: new URLSearchParams({ code, do: 'open' }),
      });
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, {}] as Array<Record<string, string>>) {
      const answer = await open(headers);
      expect([answer.status, (await answer.text()).includes('Hello, Luna')]).toEqual([200, true]);
    }
    const foreign = await open({ 'sec-fetch-site': 'cross-site' });
    expect([foreign.status, (await foreign.text()).includes('Luna')]).toEqual([403, false]);
  });

  test('a form without an origin is still rejected on all other pages', async () => {
    const { cookie } = await app.signedIn();
    const event = await anEvent(app.db);
    const shift = await aShift(app.db, { eventId: event.id });
    const body = () => new URLSearchParams({ shift: shift.id, name: 'Eve', email: 'eve@example.org' });
    const address = `/events/${event.slug}`;
    for (const headers of [
      { origin: 'null' },
      { origin: 'null', cookie },
      { origin: 'null', 'sec-fetch-site': 'cross-site', cookie },
      { origin: 'https://evil.example', cookie },
      { cookie },
    ]) {
      const answer = await page(address, { method: 'POST', headers: headers as Record<string, string>, body: body() });
      expect([headers, answer.status]).toEqual([headers, 403]);
    }
    expect(await app.db.query("SELECT id FROM events.signup WHERE name = 'Eve'")).toEqual([]);
  });
});
