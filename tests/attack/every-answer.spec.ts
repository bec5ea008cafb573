import { readdirSync } from 'node:fs';
import { startApp, type TestApp } from '../support/app.js';
import { anEvent } from '../support/factories.js';

/** Routes are read from the running program, so new ones are covered automatically. */
describe('every response', () => {
  let app: TestApp;
  let admin: string;

  beforeAll(async () => {
    app = await startApp({ config: { PUBLIC_URL: 'https://volunteer.example.org', GRAPHQL_EXPLORER: 'true' } });
    // Over TLS the session cookie has a prefixed name.
    admin = `__Host-${(await app.signedIn({ role: 'admin' })).cookie}`;
  });
  afterAll(() => app.close());

  const ask = (path: string, init: RequestInit = {}) => fetch(app.url + path, { redirect: 'manual', ...init });

  /** Uses plausible values for parameters. */
  function routes(): Array<[method: string, path: string]> {
    const printed = app.nest.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }) as string;
    const found: Array<[string, string]> = [];
    const stack: string[] = [];
    for (const line of printed.split('\n')) {
      const match = /^([\s│]*)[├└]── (\S*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
      if (!match) continue;
      const depth = match[1]!.length / 4;
      stack.length = depth;
      stack.push(match[2]!);
      const path = stack
        .join('')
        .replace(/\(\^[^)]*\)/g, '')
        .replace(/:\w+/g, 'abcdef12')
        .replace(/\*$/, 'some/where');
      for (const method of match[3]?.split(', ') ?? []) found.push([method, path.startsWith('/') ? path : `/${path}`]);
    }
    return found.filter(([method]) => ['GET', 'HEAD', 'POST', 'OPTIONS'].includes(method));
  }

  function judge(name: string, { headers, status }: Response): void {
    const label = [name, status];
    const policy = headers.get('content-security-policy') ?? '';
    expect([...label, headers.get('x-content-type-options')]).toEqual([...label, 'nosniff']);
    expect([...label, headers.get('strict-transport-security')]).toEqual([
      ...label,
      'max-age=31536000; includeSubDomains',
    ]);
    expect([...label, policy]).toEqual([...label, expect.stringMatching(/^default-src '(none|self)'/)]);
    expect([...label, policy]).toEqual([...label, expect.stringMatching(/frame-ancestors ('none'|'self')/)]);
    const type = headers.get('content-type');
    if (/^(text\/|image\/svg|application\/xml)/.test(type ?? ''))
      expect([...label, type]).toEqual([...label, expect.stringMatching(/; ?charset=utf-8$/i)]);
    expect([...label, headers.get('referrer-policy')]).toEqual([
      ...label,
      expect.stringMatching(/^(no-referrer|same-origin)$/),
    ]);
    expect([...label, headers.get('cache-control')]).toEqual([...label, expect.stringMatching(/no-store|^public/)]);
    expect([...label, headers.get('x-request-id')]).toEqual([...label, expect.stringMatching(/^[\w.-]{8,64}$/)]);
    for (const cookie of headers.getSetCookie()) {
      expect([...label, cookie]).toEqual([...label, expect.stringMatching(/^__Host-/)]);
      for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=']) expect(cookie).toContain(attribute);
    }
  }

  function builtFile(folder: string, mount: string, kind: 'js' | 'css'): string {
    return `${mount}/assets/${readdirSync(`${folder}/assets`).find((name) => name.endsWith(`.${kind}`))}`;
  }

  test('has the required headers on every route, for visitors and admins', async () => {
    const all = routes();
    const paths = new Set(all.map(([, path]) => path));
    for (const known of [
      '/graphql',
      '/healthz',
      '/readyz',
      '/webhooks/stripe',
      '/exports/gifts.csv',
      '/files',
      '/admin',
    ]) {
      expect([...paths]).toContain(known);
    }
    expect(all.length).toBeGreaterThan(30);
    for (const [method, path] of all) {
      const body = method === 'POST' ? { body: '{}', headers: { 'content-type': 'application/json' } } : {};
      judge(`${method} ${path}`, await ask(path, { method, ...body }));
      const headers = { ...body.headers, cookie: admin, 'sec-fetch-site': 'same-origin' };
      judge(`${method} ${path} as admin`, await ask(path, { method, ...body, headers }));
    }
  });

  test('has them on content and on error pages', async () => {
    const { slug } = await anEvent(app.db);
    const json = { 'content-type': 'application/json' };
    const cases: Array<[string, RequestInit?]> = [
      ['/events'],
      [`/events/${slug}`],
      [`/events/${slug}.ics`],
      ['/?lang=es'],
      ['/no/such/page'],
      ['/files/none'],
      ['/exports/none.csv'],
      ['/reply.data'],
      ['//events'],
      ['/events?x=%00'],
      ['/leave.js'],
      ['/favicon.svg'],
      ['/admin/'],
      [builtFile('apps/admin/dist', '/admin', 'js')],
      [builtFile('apps/admin/dist', '/admin', 'css')],
      [builtFile('apps/site/build/client', '', 'css')],
      ['/favicon.ico'],
      ['/apple-touch-icon.png'],
      ['/site.webmanifest'],
      ['/robots.txt'],
      ['/.well-known/security.txt'],
      ['/graphql', { method: 'POST', headers: json, body: '{' }],
      ['/graphql', { method: 'POST', headers: json, body: 'x'.repeat(200_000) }],
      ['/graphql', { method: 'POST', headers: json, body: '{"query":"{ me { id } }"}' }],
      ['/graphql', { method: 'POST', headers: { ...json, origin: 'https://evil.example' }, body: '{}' }],
      ['/graphql', { method: 'PUT' }],
      ['/graphql?query={__typename}', { headers: { 'apollo-require-preflight': '1' } }],
      ['/events', { method: 'POST', headers: json, body: '{}' }],
      ['/events', { method: 'POST', body: new URLSearchParams({ a: 'x'.repeat(40_000) }) }],
      ['/exports/gifts.csv?from=0000-01-01', { headers: { cookie: admin } }],
      ['/exports/gifts.csv', { headers: { cookie: admin } }],
      ['/business/sign-in', { method: 'POST', body: new URLSearchParams({ email: 'ana@example.org' }) }],
      ['/leave'],
    ];
    for (const [path, init] of cases) {
      const answer = await ask(path, init);
      if (path.includes('/assets/')) expect([path, answer.status]).toEqual([path, 200]);
      judge(`${init?.method ?? 'GET'} ${path}`, answer);
    }
  });

  test('is never cached if it is personal', async () => {
    const cookie = admin;
    const me = await app.graphql('{ me { email } }', {}, { cookie });
    expect(me.headers.get('cache-control')).toContain('no-store');
    for (const path of ['/exports/gifts.csv', '/exports/ledger.csv', '/calendar/abc.ics', '/receipts/abc.pdf']) {
      const answer = await ask(path, { headers: { cookie } });
      expect([path, answer.headers.get('cache-control')]).toEqual([path, expect.stringContaining('no-store')]);
    }
  });

  test('returns an error for malformed dates, cursors and IDs', async () => {
    const file = await ask('/exports/gifts.csv?from=0000-01-01', { headers: { cookie: admin } });
    expect([file.status, await file.json()]).toMatchObject([400, { code: 'BAD_INPUT' }]);
    const cursor = Buffer.from(JSON.stringify(['\0', '00000000-0000-4000-8000-000000000000'])).toString('base64url');
    for (const list of ['accounts', 'deposits', 'pledges', 'manageBusinesses']) {
      const field = list === 'accounts' ? 'edges { node { id } }' : 'edges { cursor }';
      const { errors } = await app.graphql(
        `query ($a: String) { ${list}(after: $a) { ${field} } }`,
        { a: cursor },
        { cookie: admin },
      );
      expect([list, errors?.[0]?.extensions.code]).toEqual([list, 'BAD_INPUT']);
    }
    const ending = await app.graphql(
      'query ($d: LocalDate) { manageBusinesses(filter: { endingBefore: $d }) { edges { node { id } } } }',
      { d: '0000-01-01' },
      { cookie: admin },
    );
    expect(ending.errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|BAD_INPUT/);
  });

  test('security.txt is served at its standard path', async () => {
    const text = await (await ask('/.well-known/security.txt')).text();
    expect(text).toContain('Contact: mailto:hello@upstander.invalid');
    expect(text).toContain('Canonical: https://volunteer.example.org/.well-known/security.txt');
    expect(text).toContain('Preferred-Languages: en, es');
    const expires = new Date(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
    const days = (expires.valueOf() - app.clock.now().valueOf()) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(365);
  });

  test('keep-alive connections outlast the minute for which nginx keeps them', () => {
    const server = app.nest.getHttpServer() as {
      keepAliveTimeout: number;
      requestTimeout: number;
      headersTimeout: number;
    };
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
    expect([server.requestTimeout, server.headersTimeout]).toEqual([120_000, 20_000]);
  });
});
