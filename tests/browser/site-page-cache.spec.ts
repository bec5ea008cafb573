import { request, ServerResponse } from 'node:http';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift } from '../support/factories.js';
import { runAsOwner } from '../support/tampering.js';

describe('the page cache', () => {
  let app: TestApp;
  let event: { id: string; slug: string; chapterId: string };
  let shiftId: string;

  beforeAll(async () => {
    // A minute, so that no entry expires during a test.
    app = await startApp({ config: { PAGE_CACHE_SECONDS: '60', EXTRA_HOSTS: 'www.example.org' } });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    event = await anEvent(app.db, { title: 'Kitchen' });
    shiftId = (await aShift(app.db, { eventId: event.id, capacity: 5 })).id;
  });

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(app.url + path, { redirect: 'manual', headers });
  const eventPath = () => `/events/${event.slug}`;
  const keyIn = (html: string) => /name="key" value="([^"]+)"/.exec(html)?.[1];
  const keyOf = async (path: string, headers?: Record<string, string>) =>
    keyIn(await (await get(path, headers)).text());

  test('serves simultaneous visitors the same page', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => keyOf(eventPath())));
    expect(new Set(keys).size).toBe(1);
    expect(await keyOf(eventPath())).toBe(keys[0]);
  });

  test('lets CDNs store a page for a second, and browsers never', async () => {
    const { headers } = await get(eventPath());
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('cdn-cache-control')).toBe('max-age=60');
    expect(headers.get('vary')).toBe('accept-encoding, accept-language, cookie');
    const again = await get(eventPath(), { 'if-none-match': headers.get('etag')! });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await get(eventPath(), { 'if-none-match': 'W/"another"' })).status).toBe(200);
  });

  test('answers with an error if a cached page cannot be sent', async () => {
    const original = ServerResponse.prototype.setHeader;
    const setHeader = jest.spyOn(ServerResponse.prototype, 'setHeader').mockImplementation(function (
      this: ServerResponse,
      name,
      value,
    ) {
      if (name === 'cdn-cache-control') throw new Error('broken');
      return original.call(this, name, value);
    });
    const answer = await fetch(app.url + eventPath(), { signal: AbortSignal.timeout(20_000) });
    setHeader.mockRestore();
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('The number of this error is');
  });

  test('serves each client an encoding it accepts', async () => {
    const plain = await (await get(eventPath(), { 'accept-encoding': 'identity' })).text();
    for (const encoding of ['br', 'gzip']) {
      const answer = await get(eventPath(), { 'accept-encoding': encoding });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(await answer.text()).toBe(plain);
    }
    const head = await fetch(app.url + eventPath(), { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('shows changes immediately, by form or by API', async () => {
    const spotsLeft = async () => /(\d+) spots left/.exec(await (await get(eventPath())).text())?.[1];
    expect(await spotsLeft()).toBe('5');
    const form = { shift: shiftId, name: 'Ana', email: 'ana@example.org', key: (await keyOf(eventPath()))! };
    await fetch(app.url + eventPath(), { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
    expect(await spotsLeft()).toBe('4');
    const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { id } } }';
    await app.graphql(signUp, { input: { shiftId, name: 'Bea', email: 'bea@example.org' } });
    expect(await spotsLeft()).toBe('3');
  });

  test("treats two people's forms as two, and a double click as one", async () => {
    const key = (await keyOf(eventPath()))!;
    const send = (name: string, email: string) =>
      fetch(app.url + eventPath(), {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ shift: shiftId, name, email, key }),
      });
    const answers = [
      await send('Ana', 'ana@example.org'),
      await send('Ana', 'ana@example.org'),
      await send('Bea', 'bea@example.org'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const sql = 'SELECT taken FROM events.shift WHERE id = $1';
    expect(await app.db.query(sql, [shiftId])).toEqual([{ taken: 2 }]);
  });

  test('is bypassed for signed-in users', async () => {
    const draft = await anEvent(app.db, { title: 'Not yet told', chapterId: event.chapterId, status: 'draft' });
    const organizer = await app.signedIn({ role: 'organizer', chapterId: event.chapterId });
    const path = `/events/${draft.slug}`;
    const own = await get(path, { cookie: organizer.cookie });
    expect([own.status, own.headers.get('etag'), own.headers.get('cdn-cache-control')]).toEqual([200, null, null]);
    expect(await own.text()).toContain('Not yet told');
    const stranger = await get(path);
    expect([stranger.status, stranger.headers.get('etag')]).toEqual([404, null]);
    expect((await get(path, { cookie: organizer.cookie })).status).toBe(200);
    // Any cookie other than the language bypasses the cache.
    const shared = await keyOf(eventPath());
    for (const cookie of [organizer.cookie, 'mailed-to=x', 'lang=en; code-for=x', 'lang=en;session=x', 'anything']) {
      expect(await keyOf(eventPath(), { cookie })).not.toBe(shared);
    }
    expect(await keyOf(eventPath(), { authorization: 'Bearer x' })).not.toBe(shared);
    expect(await keyOf(eventPath(), { cookie: 'lang=en' })).toBe(shared);
  });

  test('is separate for each language', async () => {
    const language = async (headers: Record<string, string>, path = eventPath()) =>
      /<html lang="(\w+)"/.exec(await (await get(path, headers)).text())?.[1];
    expect(await language({})).toBe('en');
    expect(await language({ 'accept-language': 'es-MX,es;q=0.9' })).toBe('es');
    expect(await language({ cookie: 'lang=es' })).toBe('es');
    expect(await language({})).toBe('en');
    // A URL that selects a language sets a cookie, so its page is not shared, however it's written.
    for (const path of [`${eventPath()}?lang=es`, `${eventPath()}?%6Cang=es`, `${eventPath()}?x=1&lang=es`]) {
      const answer = await get(path);
      expect(answer.headers.getSetCookie().join()).toMatch(/^lang=es;/);
      expect(answer.headers.get('etag')).toBeNull();
    }
    expect(await language({})).toBe('en');
  });

  test('is keyed by the full URL and ignores the Host header', async () => {
    const asked = await (await get('/events?text=kitchen&x=%3Cscript%3E')).text();
    expect(asked).not.toContain('<script>alert');
    expect(await (await get('/events')).text()).not.toBe(asked);
    const first = await get(eventPath());
    const asOther = await new Promise<{ policy: string; html: string }>((resolve, reject) => {
      const { port } = new URL(app.url);
      request({ host: '127.0.0.1', port, path: eventPath(), headers: { host: 'www.example.org' } }, (answer) => {
        let html = '';
        answer.setEncoding('utf8').on('data', (chunk) => (html += chunk));
        answer.on('end', () => resolve({ policy: String(answer.headers['content-security-policy']), html }));
      })
        .on('error', reject)
        .end();
    });
    expect(asOther.html).toBe(await first.text());
    expect(asOther.html).not.toContain('www.example.org');
    expect(asOther.policy).toContain('www.example.org/leave.js');
    expect((await get(eventPath())).headers.get('content-security-policy')).not.toContain('www.example.org');
  });

  test('excludes pages about their reader, personal pages and error pages', async () => {
    for (const path of [
      '/opportunities',
      '/work',
      '/talk',
      '/reply',
      '/using-this-site',
      '/help',
      '/learn',
      '/sign-in',
      '/giving',
      '/nowhere',
    ]) {
      const { headers } = await get(path);
      expect([path, headers.get('etag'), headers.get('cdn-cache-control')]).toEqual([path, null, null]);
    }
    await runAsOwner(app, 'ALTER TABLE events.shift RENAME TO away');
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const broken = await get('/events?text=broken');
        expect([broken.status, broken.headers.get('etag')]).toEqual([500, null]);
        const id = broken.headers.get('x-request-id')!;
        expect(await broken.text()).toContain(id);
        return id;
      }),
    );
    expect(new Set(ids).size).toBe(2);
    await runAsOwner(app, 'ALTER TABLE events.away RENAME TO shift');
    expect((await get('/events?text=broken')).status).toBe(200);
  });
});

/** With the cache off, rendered parts are reused only if their data is unchanged. */
describe('a page rendered for each visitor', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ config: { PAGE_CACHE_SECONDS: '0' } });
  });
  afterAll(() => app.close());

  const html = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(app.url + path, { headers })).text();
  const withoutKey = (page: string) => page.replace(/name="key" value="[^"]+"/, '');

  test('has its own form key and is otherwise identical', async () => {
    const event = await anEvent(app.db, { title: 'Kitchen' });
    await aShift(app.db, { eventId: event.id, capacity: 5 });
    const path = `/events/${event.slug}`;
    const pages = [await html(path), await html(path), await html(path)];
    expect(new Set(pages).size).toBe(3);
    expect(new Set(pages.map(withoutKey)).size).toBe(1);
    expect(pages[0]).toMatch(/name="key" value="[0-9a-f-]{36}"/);
  });

  test('shows changes of another process in every language, and the signed-in user', async () => {
    const event = await anEvent(app.db, { title: 'Kitchen' });
    const shift = await aShift(app.db, { eventId: event.id, capacity: 5 });
    const path = `/events/${event.slug}`;
    for (const taken of [0, 1, 2]) {
      await runAsOwner(app, `UPDATE events.shift SET taken = ${taken} WHERE id = '${shift.id}'`);
      expect(await html(path)).toContain(`${5 - taken} spots left`);
      expect(await html(path, { cookie: 'lang=es' })).toContain(`>${5 - taken} lugares<`);
    }
    const { cookie } = await app.signedIn({});
    expect(await html(path, { cookie })).toContain('Your account');
    expect(await html(path)).not.toContain('Your account');
  });

  test('is not found once its event is deleted', async () => {
    const event = await anEvent(app.db, { title: 'Kitchen' });
    const path = `/events/${event.slug}`;
    expect((await fetch(app.url + path)).status).toBe(200);
    await runAsOwner(app, `DELETE FROM events.event WHERE id = '${event.id}'`);
    expect((await fetch(app.url + path)).status).toBe(404);
  });
});
