import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rawRequest } from '../attack/support/raw-request.js';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent } from '../support/factories.js';
import { aCharge, anEventOf, deliver } from '../support/signed-events.js';

/** RFC 9110 and 9112 rules that the framework leaves to us. */
describe('HTTP semantics', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({ config: { PAGE_CACHE_SECONDS: '60' } });
    await anEvent(app.db, { title: 'Kitchen' });
  });
  afterAll(() => app.close());

  const ask = (path: string, init: RequestInit = {}) => fetch(app.url + path, { redirect: 'manual', ...init });

  test('uses no encoding that Accept-Encoding excludes', async () => {
    const [asset = ''] = readdirSync(join(__dirname, '../../apps/site/build/client/assets')).filter((one) =>
      one.endsWith('.css'),
    );
    for (const path of ['/', '/events', '/help', `/assets/${asset}`]) {
      const refused = await ask(path, { headers: { 'accept-encoding': 'gzip;q=0, br;q=0' } });
      expect([path, refused.status, refused.headers.get('content-encoding')]).toEqual([path, 200, null]);
      const zipped = await ask(path, { headers: { 'accept-encoding': 'br;q=0, gzip' } });
      expect([path, zipped.headers.get('content-encoding')]).toEqual([path, 'gzip']);
    }
  });

  test('names a scheme in 401 responses, and the allowed methods in 405 responses', async () => {
    const file = await ask('/exports/gifts.csv');
    expect([file.status, file.headers.get('www-authenticate')]).toEqual([401, 'Cookie realm="Upstander"']);
    const robots = await ask('/robots.txt', { method: 'POST', body: new URLSearchParams({ a: '1' }) });
    expect([robots.status, robots.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test.each([
    ['an icon', '/icon-512.png'],
    ['the feed', '/feeds/events.en.atom'],
    ['the manifest', '/site.webmanifest'],
    ['security.txt', '/.well-known/security.txt'],
    ['a page', '/events'],
  ])('answers 304 for %s that the client has, by weak comparison', async (_what, path) => {
    const etag = (await ask(path)).headers.get('etag')!;
    for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const answer = await ask(path, { headers: { 'if-none-match': known } });
      expect([known, answer.status, answer.headers.get('etag')]).toEqual([known, 304, etag]);
      expect(await answer.text()).toBe('');
    }
    expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('answers 304 for an unmodified file', async () => {
    const since = (await ask('/icon-512.png')).headers.get('last-modified')!;
    expect((await ask('/icon-512.png', { headers: { 'if-modified-since': since } })).status).toBe(304);
    const before = new Date(Date.parse(since) - 1000).toUTCString();
    expect((await ask('/icon-512.png', { headers: { 'if-modified-since': before } })).status).toBe(200);
  });

  test('accepts a request in absolute form for its own host only', async () => {
    const { host, port } = new URL(app.url);
    const statusOf = async (target: string, name: string) =>
      (await rawRequest(Number(port), `GET ${target} HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`)).status;
    expect(await statusOf(`http://${host}/events`, host)).toBe(200);
    expect(await statusOf(`http://${host}`, host)).toBe(200);
    expect(await statusOf('http://evil.example/events', host)).toBe(421);
  });

  test('accepts webhook bodies up to 1 MB', async () => {
    const event = anEventOf(app, 'charge.updated', { ...aCharge(app), description: 'x'.repeat(900_000) });
    expect(await deliver(app, event)).toBe(200);
    const body = JSON.stringify(event).padEnd(1_100_000);
    expect(await deliver(app, event, { body })).toBe(413);
  });
});
