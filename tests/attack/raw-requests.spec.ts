import { clientDocuments } from '../support/client-documents.mjs';
import { startAppProcess, type AppProcess } from '../faults/support/processes.js';
import { programSettings } from '../faults/support/program-settings.js';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { aFreePort } from '../support/free-port.js';
import { lines, rawRequest } from './support/raw-request.js';

jest.setTimeout(120_000);

/** Sends raw bytes to the real program, which must answer and keep running. */
describe('64 requests that no browser sends', () => {
  let database: SpecDatabase;
  let api: AppProcess;
  let port: number;
  const home = '127.0.0.1';

  beforeAll(async () => {
    database = await cloneDatabase();
    port = await aFreePort();
    api = startAppProcess('api', {
      ...programSettings,
      PORT: String(port),
      PUBLIC_URL: `http://${home}:${port}`,
      EXTRA_HOSTS: 'volunteer.example.org',
      GRAPHQL_FREE_DOCUMENTS: 'false',
      DATABASE_URL: database.url,
    });
    await api.waitForOutput(/the api is listening/);
  });
  afterAll(async () => {
    await api.end('SIGKILL');
    await database.drop();
  });

  const get = (path: string) => lines(`GET ${path} HTTP/1.1`, `Host: ${home}`);
  const requestForHost = (host: string) => lines('GET /events HTTP/1.1', `Host: ${host}`);
  const requestByMethod = (method: string, path = '/events') => lines(`${method} ${path} HTTP/1.1`, `Host: ${home}`);

  const paths = [
    '//x:99999/',
    '//[',
    '/\\[',
    '//xn--a/',
    '//a%b/',
    '//999.9.9.9/',
    '//x:y/',
    '///',
    '////events',
    '/\\\\x',
    '/./reply',
    '/x/../reply',
    '//x/reply',
    '/%2e/reply',
    '/x/%2E%2e/reply',
    '/..',
    '/../../etc/passwd',
    '/.',
    '/%',
    '/%zz',
    '/%c0%80',
    '/%00',
    '/events?x=%00',
    '/#x',
    '/é',
    '/events\u007f',
    '*',
    'x',
    'http://[/',
    `http://${'evil.example'}/events`,
    'https://x:99999/',
    '/reply.data',
    '/__manifest?p=/',
    `/${'a'.repeat(9_000)}`,
  ];
  const hosts = [
    'a%b',
    'a b',
    'xn--a',
    '999.9.9.9',
    'name:99999',
    '',
    '[',
    '[::',
    'a@b',
    '/',
    'x\\y',
    'evil.example',
    'evil.example; script-src *',
    `127.0.0.1.evil.example`,
    `${'a'.repeat(300)}.example`,
  ];
  const requests: Record<string, string> = {
    ...Object.fromEntries(paths.map((path) => [`GET ${path.slice(0, 40)}`, get(path)])),
    ...Object.fromEntries(hosts.map((host) => [`Host: ${host.slice(0, 40)}`, requestForHost(host)])),
    'no Host header': lines('GET /events HTTP/1.1'),
    'HTTP/1.0 without a Host': lines('GET /events HTTP/1.0'),
    'two Host headers': lines('GET /events HTTP/1.1', `Host: 127.0.0.1`, 'Host: evil.example'),
    TRACE: requestByMethod('TRACE'),
    'TRACE /healthz': requestByMethod('TRACE', '/healthz'),
    CONNECT: requestByMethod('CONNECT', 'evil.example:443'),
    PROPFIND: requestByMethod('PROPFIND'),
    PUT: requestByMethod('PUT'),
    'DELETE of the admin': requestByMethod('DELETE', '/admin/x'),
    'OPTIONS *': requestByMethod('OPTIONS', '*'),
    'no method there is': requestByMethod('HACK'),
    'a form cut in pieces that never end': `POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    'two lengths': `POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
    'no HTTP': '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n',
    'a header of many kilobytes': lines('GET /events HTTP/1.1', `Host: ${home}`, `X: ${'x'.repeat(40_000)}`),
  };

  test('has exactly 64 requests', () => {
    expect(Object.keys(requests)).toHaveLength(64);
  });

  test.each(Object.keys(requests))('%s is answered or rejected, and the program keeps running', async (name) => {
    const { status } = await rawRequest(port, requests[name]!);
    const ended = await Promise.race([api.exited, rawRequest(port, get('/healthz'))]);
    expect(ended).toMatchObject({ status: 200 });
    expect([name, status >= 500]).toEqual([name, false]);
  });

  test('the built program answers every document of our pages and no other', async () => {
    const ask = async (query: string) => {
      const headers = { 'content-type': 'application/json' };
      const url = `http://${home}:${port}/graphql`;
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
      return answer.status === 403 ? 'refused' : 'read';
    };
    const ours = await Promise.all(clientDocuments().map(async ({ name, text }) => [name, await ask(text)]));
    expect(ours.filter(([, what]) => what !== 'read')).toEqual([]);
    expect(await ask('{ chapters { slug } }')).toBe('refused');
  });

  test('runs in the same process without unhandled errors', () => {
    expect(api.output()).not.toMatch(/nobody waited for|nobody caught/);
  });

  test.each(hosts.filter((host) => host !== ''))('renders no page for the host %s', async (host) => {
    const { status, body } = await rawRequest(port, requestForHost(host));
    expect([400, 421]).toContain(status);
    expect(body).not.toContain('<html');
  });

  test('answers health checks under any host name, and pages only under their own', async () => {
    const health = (path: string, host: string) => rawRequest(port, lines(`GET ${path} HTTP/1.1`, `Host: ${host}`));
    expect((await health('/healthz', '10.0.0.7:3000')).status).toBe(200);
    expect((await health('/readyz', '10.0.0.7:3000')).status).toBe(200);
    expect((await rawRequest(port, lines('GET /healthz HTTP/1.0'))).status).toBe(200);
    expect((await rawRequest(port, requestForHost('volunteer.example.org'))).status).toBe(200);
    expect((await rawRequest(port, requestForHost('Volunteer.Example.org'))).status).toBe(200);
    expect((await health('/healthz', 'a%b')).status).toBe(400);
  });

  test('redirects to the normalized path before applying rules, and rejects submissions to other spellings', async () => {
    for (const [path, plain] of [
      ['//events', '/events'],
      ['/./reply', '/reply'],
      ['/x/../reply', '/reply'],
      ['/x/%2e%2E/reply?a=//b', '/reply?a=//b'],
      ['//evil.example/%2e%2e', '/'],
      ['/admin//users', '/admin/users'],
      ['/x/../graphql', '/graphql'],
    ] as const) {
      const { status, headers } = await rawRequest(port, get(path));
      expect([path, status, headers['location']]).toEqual([path, 308, plain]);
      expect(headers['cache-control']).toBe('no-store');
      const sent = await rawRequest(port, `${requestByMethod('POST', path).slice(0, -2)}Content-Length: 0\r\n\r\n`);
      expect([path, sent.status]).toEqual([path, 400]);
    }
    expect((await rawRequest(port, requestByMethod('TRACE'))).headers['allow']).toBe('GET, HEAD, POST, OPTIONS');
  });
});
