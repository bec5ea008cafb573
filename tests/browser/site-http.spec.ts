import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent, aShift } from '../support/factories.js';
import { runAsOwner } from '../support/tampering.js';

describe('the public site over HTTP', () => {
  let app: TestApp;
  let slug: string;
  let shiftId: string;
  const releases = mkdtempSync(join(tmpdir(), 'releases-'));

  beforeAll(async () => {
    app = await startApp({ config: { RELEASES_FOLDER: releases } });
    const event = await anEvent(app.db, { title: 'Kitchen <script>alert(1)</script>' });
    slug = event.slug;
    shiftId = (await aShift(app.db, { eventId: event.id })).id;
  });
  afterAll(async () => {
    await app.close();
    rmSync(releases, { recursive: true });
  });

  const page = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(app.url + path, { redirect: 'manual', ...init });

  function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return page(path, { method: 'POST', headers, body: new URLSearchParams(fields) });
  }

  test('pages are not cached, framed, sniffed or scripted, and send no referrer', async () => {
    const { headers } = await page('/');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(rule);
    }
    // Nothing else on this host can run as a script.
    const hosts = [new URL(app.config.PUBLIC_URL).host, new URL(app.url).host];
    expect(policy).toContain(`script-src ${hosts.map((host) => `${host}/leave.js`).join(' ')};`);
    expect(policy).not.toContain('unsafe');
  });

  test('the quick exit ends the session, clears site data and leads to a weather page', async () => {
    const { cookie } = await app.signedIn();
    const exitResponse = await page('/leave', { headers: { cookie } });
    expect(exitResponse.status).toBe(303);
    expect(exitResponse.headers.get('location')).toBe('https://www.weather.gov');
    expect(exitResponse.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(exitResponse.headers.get('referrer-policy')).toBe('same-origin');
    const cookies = exitResponse.headers.getSetCookie();
    for (const name of ['session', 'lang', 'code-for', 'gift-draft']) {
      expect(cookies.filter((text) => text.startsWith(`${name}=;`) && text.includes('Max-Age=0'))).toHaveLength(1);
    }
    expect(await exitResponse.text()).toBe('');
    // The session ends in the background so that nothing delays the response. This waits for it.
    await ended(cookie);
  });

  test.each<[string, Record<string, string>, boolean]>([
    ['a link on another site', { 'sec-fetch-site': 'cross-site' }, true],
    ['a sibling subdomain', { 'sec-fetch-site': 'same-site' }, true],
    ["an image on another site, in a browser that doesn't report it", { referer: 'https://evil.example/page' }, true],
    ['the quick exit on our page', { 'sec-fetch-site': 'same-origin' }, false],
    ['a typed URL or a bookmark', { 'sec-fetch-site': 'none' }, false],
  ])(
    'the quick exit reached by %s leads to the weather page, and ends the session only from our own pages',
    async (_, headers, stays) => {
      const { cookie } = await app.signedIn();
      const exitResponse = await page('/leave', { headers: { cookie, ...headers } });
      expect([exitResponse.status, exitResponse.headers.get('location')]).toEqual([303, 'https://www.weather.gov']);
      expect([
        exitResponse.headers.getSetCookie().length === 0,
        exitResponse.headers.get('clear-site-data') === null,
      ]).toEqual([stays, stays]);
      if (!stays) return ended(cookie);
      const { data } = await app.graphql<{ me: unknown }>('{ me { id } }', {}, { cookie });
      expect(data.me).not.toBeNull();
    },
  );

  async function ended(cookie: string): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const { data } = await app.graphql<{ me: unknown }>('{ me { id } }', {}, { cookie });
      if (data.me === null) return;
    }
    throw new Error('The session is still alive.');
  }

  test('a form responds with a redirect, so reloading sends nothing again', async () => {
    const answer = await post(`/events/${slug}`, { shift: shiftId, name: 'Ana', email: 'ana@example.org', key: 'k-1' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(new RegExp(`^/events/${slug}/done\\?r=c\\.${shiftId}(\\.|$)`));
  });

  test('a form resent with the same key returns the same sign-up, and different details need confirmation', async () => {
    const form = { shift: shiftId, name: 'Bea', email: 'bea@example.org', key: 'k-2' };
    await post(`/events/${slug}`, form);
    expect((await post(`/events/${slug}`, form)).status).toBe(303);
    const changed = await post(`/events/${slug}`, { ...form, name: 'Beatriz' });
    expect(changed.status).toBe(422);
    const html = await changed.text();
    expect(html).toContain('already sent with different details');
    expect(html).not.toContain('value="k-2"');
    expect(html).toContain('value="Beatriz"');
  });

  test('input is displayed as text, never as markup', async () => {
    const answer = await post(`/events/${slug}`, { name: '"><img src=x onerror=alert(1)>', email: '' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('<script>alert');
  });

  test('rejects forms from another site and oversized forms', async () => {
    const fields = { shift: shiftId, name: 'Eve', email: 'eve@example.org' };
    const foreign = await post(`/events/${slug}`, fields, {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    });
    expect(foreign.status).toBe(403);
    expect((await post(`/events/${slug}`, { ...fields, name: 'x'.repeat(40_000) })).status).toBe(413);
    const [{ n } = { n: -1 }] = await app.db.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM events.signup WHERE name = 'Eve'",
    );
    expect(n).toBe(0);
  });

  test('behind a TLS proxy it accepts its own forms and sends HSTS', async () => {
    const home = 'https://volunteer.example.org';
    const proxied = await startApp({ config: { PUBLIC_URL: home } });
    const shift = await aShift(proxied.db);
    const [event] = await proxied.db.query<{ slug: string }>('SELECT slug FROM events.event WHERE id = $1', [
      shift.eventId,
    ]);
    const answer = await fetch(`${proxied.url}/events/${event?.slug}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: home, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ shift: shift.id, name: 'Ana', email: 'ana@example.org', key: 'k' }),
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
    const spanish = await fetch(`${proxied.url}/?lang=es`);
    expect(spanish.headers.getSetCookie()).toEqual(['__Host-lang=es; Path=/; HttpOnly; SameSite=Lax; Secure']);
    // Quiet pages also read the language cookie, and no other.
    const quiet = await fetch(`${proxied.url}/work`, {
      headers: { cookie: '__Host-lang=es', 'accept-language': 'en' },
    });
    expect(await quiet.text()).toContain('<html lang="es"');
    // Ignores a cookie that a sibling subdomain could have set.
    const other = await fetch(`${proxied.url}/`, { headers: { cookie: 'lang=es', 'accept-language': 'en' } });
    expect(await other.text()).toContain('<html lang="en"');
    const exitResponse = await fetch(`${proxied.url}/leave`, { redirect: 'manual' });
    const dropped = exitResponse.headers.getSetCookie().map((text) => text.split(';')[0]);
    expect(dropped).toEqual(expect.arrayContaining(['__Host-session=', '__Host-lang=', '__Host-code-for=']));
    await proxied.close();
  });

  test('a forged receipt link shows nothing private', async () => {
    for (const receipt of ['', 'w99999.x', `w7.${shiftId}`, 'c.00000000-0000-4000-8000-000000000000', '<script>']) {
      const answer = await page(`/events/${slug}/done?r=${encodeURIComponent(receipt)}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('example.org');
    }
    expect((await page('/events/no-such-event/done?r=c.1')).status).toBe(404);
  });

  test('a missing page is a 404 within the page frame', async () => {
    for (const path of ['/no/such/page', '/events/no-such-event', '/s/no-such-link', '/assets/../../package.json']) {
      const answer = await page(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('tel:+18883737888');
    }
  });

  test('every page has the quick exit at top and bottom and the help lines', async () => {
    // Routes come from the site's own list. IDs in their paths don't exist.
    const routes = readFileSync(join(process.cwd(), 'apps/site/src/routes.ts'), 'utf8');
    const paths = [...routes.matchAll(/(?:route\('([^']+)', |index\()'[^']+\.tsx'/g)].map(([, path = '']) =>
      `/${path}`
        .replace('/events/:slug', `/events/${slug}`)
        .replaceAll(/:\w+/g, 'nothing')
        .replace('*', 'no-such-page'),
    );
    expect(paths.length).toBeGreaterThan(60);
    const { cookie } = await app.signedIn();
    const answers = await Promise.all(
      [new Headers({ 'accept-language': 'en' }), new Headers({ 'accept-language': 'es', cookie })].flatMap((headers) =>
        paths.map(async (path) => {
          // Some redirect: to the fundraisers, or to sign-in.
          const answer = await page(path, { headers, redirect: 'follow' });
          return { path, status: answer.status, html: await answer.text() };
        }),
      ),
    );
    const missing = answers.filter(({ path, status }) => status !== 200 && !path.includes('/nothing'));
    expect(new Set(missing.map(({ path }) => path))).toEqual(new Set([`/events/${slug}/register`, '/no-such-page']));
    const without = answers.flatMap(({ path, status, html }) => {
      const skip = html.indexOf('class="skip" href="/leave"');
      const top = html.indexOf('class="exit" href="/leave"');
      const content = html.indexOf('<main id="content"');
      const foot = html.indexOf('href="/leave"', html.indexOf('<footer'));
      const isThere = [skip > 0 && skip < top, top > 0 && top < content, html.includes('<footer') && foot > content];
      for (const each of ['src="/leave.js"', 'href="tel:+18883737888"', 'href="tel:911"'])
        isThere.push(html.includes(each));
      return isThere.includes(false) ? [[path, status, ...isThere]] : [];
    });
    expect(without).toEqual([]);
  });

  test('during a rolling release, files of the other version are served here', async () => {
    const files: Array<[url: string, file: string]> = [
      ['/assets/root-0ldRoot1.css', 'apps/site/build/client/assets/root-0ldRoot1.css'],
      ['/admin/assets/event-0ldPart1.js', 'apps/admin/dist/assets/event-0ldPart1.js'],
    ];
    // The next release is unpacked while this process serves.
    for (const [url, file] of files) {
      expect((await page(url)).status).toBe(404);
      mkdirSync(dirname(join(releases, '0.1.9', file)), { recursive: true });
      writeFileSync(join(releases, '0.1.9', file), 'of another release');
      const answer = await page(url);
      expect([answer.status, await answer.text()]).toEqual([200, 'of another release']);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
    writeFileSync(join(releases, '0.1.9/apps/site/build/client/secret.txt'), 'no hashed file');
    for (const url of [
      '/secret.txt',
      '/assets/%2e%2e/secret.txt',
      '/assets/..%2fsecret.txt',
      '/assets/no-such-1234.css',
    ]) {
      expect((await page(url)).status).toBe(404);
    }
  });

  test('without a database, help, the quick exit and static pages are served', async () => {
    const { pool } = app.db;
    const gone = [
      jest.spyOn(pool, 'query').mockRejectedValue(new Error('away') as never),
      jest.spyOn(pool, 'connect').mockRejectedValue(new Error('away') as never),
    ];
    for (const path of ['/help', '/work', '/talk', '/privacy', '/using-this-site', '/reply']) {
      const answer = await page(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).toContain('tel:+18883737888');
    }
    for (const path of ['/leave.js', '/robots.txt', '/.well-known/security.txt', '/livez']) {
      expect([path, (await page(path)).status]).toEqual([path, 200]);
    }
    const exitResponse = await page('/leave');
    expect([exitResponse.status, exitResponse.headers.get('location')]).toEqual([303, 'https://www.weather.gov']);
    // Pages that need data say so and show the help lines.
    const events = await page('/events');
    expect([events.status, (await events.text()).includes('tel:+18883737888')]).toEqual([500, true]);
    expect((await page('/readyz')).status).toBe(503);
    for (const spy of gone) spy.mockRestore();
  });

  test('an error page shows an error ID and nothing else', async () => {
    const broken = await startApp();
    await runAsOwner(broken, 'ALTER TABLE events.event RENAME COLUMN title TO heading');
    const answer = await fetch(`${broken.url}/events`);
    const html = await answer.text();
    expect(answer.status).toBe(500);
    expect(html).toContain(answer.headers.get('x-request-id'));
    expect(html).toContain('tel:+18883737888');
    expect(html).not.toMatch(/column|postgres|at \w+ \(/i);
    await broken.close();
  });

  test('takes the language from the URL, then the cookie, then the browser', async () => {
    const langOf = async (path: string, headers: Record<string, string>): Promise<string | undefined> =>
      /<html lang="(\w+)"/.exec(await (await page(path, { headers })).text())?.[1];
    expect(await langOf('/', { 'accept-language': 'es-MX,es;q=0.9' })).toBe('es');
    expect(await langOf('/', { 'accept-language': 'es', cookie: 'lang=en' })).toBe('en');
    expect(await langOf('/?lang=es', { cookie: 'lang=en' })).toBe('es');
    expect(await langOf('/?lang=xx', { 'accept-language': 'fr' })).toBe('en');
  });

  test('each language has its own URL, and all versions list the same alternates', async () => {
    const { PUBLIC_URL } = app.config;
    for (const path of ['/', '/events', `/events/${slug}`, '/fundraisers', '/privacy']) {
      const english = `${PUBLIC_URL}${path}`;
      const spanish = `${english}?lang=es`;
      const links = async (address: string): Promise<string[][]> =>
        [
          ...(await (await page(address)).text()).matchAll(
            /<link rel="(canonical|alternate)"( hrefLang="([\w-]+)")? href="([^"]+)"/gi,
          ),
        ].map(([, rel, , language, href]) => [language ?? rel ?? '', href ?? '']);
      const alternates = [
        ['en', english],
        ['es', spanish],
        ['x-default', english],
      ];
      expect(await links(path)).toEqual([['canonical', english], ...alternates]);
      expect(await links(`${path}?lang=en`)).toEqual([['canonical', english], ...alternates]);
      expect(await links(`${path}?lang=es`)).toEqual([['canonical', spanish], ...alternates]);
    }
    expect(await (await page('/events/')).text()).toContain(`rel="canonical" href="${PUBLIC_URL}/events"`);
  });

  test("empty fields are removed from a list's URL", async () => {
    const answer = await page('/fundraisers?text=&past=1', { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/fundraisers?past=1']);
    const all = await page('/events?text=&chapter=&place=&where=', { redirect: 'manual' });
    expect([all.status, all.headers.get('location')]).toEqual([302, '/events']);
    expect((await page('/opportunities?text=', { redirect: 'manual' })).headers.get('location')).toBe('/opportunities');
    expect((await page('/fundraisers?text=beds', { redirect: 'manual' })).status).toBe(200);
  });

  test('search engines find the event, and never a personal page', async () => {
    const html = await (await page(`/events/${slug}`)).text();
    expect(html).toContain('"@type":"Event"');
    expect(html).toContain('property="og:title"');
    expect(html).toContain(`rel="canonical" href="${app.config.PUBLIC_URL}/events/${slug}"`);
    expect(await (await page('/s/anything')).text()).toContain('content="noindex, nofollow"');
    expect(await (await page('/robots.txt')).text()).toContain('Disallow: /s/');
  });
});
