import type { Config } from '@upstander/platform';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { updates } from './updates.check.js';

describe('the check for newer releases', () => {
  let server: Server;
  let url: string;
  let respond: (response: ServerResponse) => void;
  let requests: IncomingHttpHeaders[];
  beforeEach(async () => {
    requests = [];
    server = createServer((request, response) => {
      requests.push(request.headers);
      respond(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/releases`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const page = 'https://git.example.org/upstander/releases/tag/v0.4.0';
  const release = (tag: string, more: object = {}) => ({
    tag_name: tag,
    html_url: page,
    published_at: '2026-12-01T10:00:00Z',
    body: '### For everyone',
    ...more,
  });
  const answerWith = (answer: unknown) => (respond = (response) => response.end(JSON.stringify(answer)));

  async function check(version: string, settings: object = { RELEASES_URL: url }, timeoutMs = 5_000) {
    const config = settings as Config;
    const [finding] = await updates({ version, timeoutMs }).runCheck({ config, environment: {} });
    return [finding?.state, `${finding?.says} ${finding?.todo ?? ''}`];
  }
  const mentions = (text: string) => expect.stringContaining(text) as string;

  test('asks no one without RELEASES_URL', async () => {
    expect(await check('0.3.0', {})).toEqual(['ok', mentions('Set RELEASES_URL')]);
    expect(requests).toEqual([]);
  });

  test('asks without anything that identifies the installation', async () => {
    answerWith(release('v0.3.0'));
    await check('0.3.0');
    expect(requests).toHaveLength(1);
    const { 'user-agent': agent, cookie, referer, authorization } = requests[0]!;
    expect([agent, cookie, referer, authorization]).toEqual(['upstander-doctor', undefined, undefined, undefined]);
  });

  test.each([
    ['the same', '0.3.0', 'v0.3.0'],
    ['an older one', '0.3.0', '0.2.9'],
    ['a development version of the next one', '0.4.0-dev.1a2b3c4d5', 'v0.3.0'],
  ])('is content with %s', async (_, version, tag) => {
    answerWith(release(tag));
    expect(await check(version)).toEqual(['ok', mentions(`${version} is the newest release.`)]);
  });

  test.each([
    ['0.3.9', 'v0.4.0'],
    ['0.9.0', '0.10.0'],
    ['0.4.0-dev.1a2b3c4d5', 'v0.4.0'],
  ])('tells %s about %s, its date and its notes', async (version, tag) => {
    answerWith(release(tag));
    const [state, text] = await check(version);
    expect(state).toBe('warning');
    expect(text).toMatch(`Release ${tag.replace('v', '')} has been available since 2026-12-01.`);
    expect(text).toMatch(page);
  });

  test('finds a vulnerability that a release before the newest one fixed', async () => {
    const security = { body: '### For everyone\n\n### Security\n\n- Sessions end.' };
    answerWith([release('v0.4.0'), release('v0.3.1', security), release('v0.3.0'), release('v0.2.1', security)]);
    expect(await check('0.3.0')).toEqual(['wrong', mentions('Vulnerabilities are fixed in 0.3.1.')]);
    expect(await check('0.3.1')).toEqual(['warning', mentions('0.4.0')]);
  });

  test('ignores drafts, previews and other tags', async () => {
    const tags = [release('v0.5.0', { draft: true }), release('v0.5.1', { prerelease: true }), release('helm-9.0.0')];
    answerWith([...tags, release('v0.3.0')]);
    expect(await check('0.3.0')).toEqual(['ok', mentions('0.3.0')]);
  });

  test('prints no address that could change the terminal or leads elsewhere', async () => {
    answerWith(release('v0.4.0', { html_url: 'https://a.example/\u001b[2J', published_at: '\u001b[2J' }));
    const [state, text] = await check('0.3.0');
    expect([state, text]).toEqual(['warning', mentions('Release 0.4.0 has been available.')]);
    expect(text).not.toMatch('example');
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ['the answer is not JSON', (response) => response.end('<html>')],
    ['no release is in the answer', (response) => response.end('{"message":"Not Found"}')],
    ['no release is in the answer', (response) => response.end('null')],
    ['status 404', (response) => response.writeHead(404).end('{}')],
    ['it redirects', (response) => response.writeHead(302, { location: '/elsewhere' }).end()],
    ['the answer is larger than 1 MB', (response) => response.end(`"${'a'.repeat(1_100_000)}"`)],
    ['it is not reachable', (response) => response.destroy()],
  ])('warns if %s', async (reason, response) => {
    respond = response;
    expect(await check('0.3.0')).toEqual(['warning', mentions(reason)]);
    expect(requests).toHaveLength(1);
  });

  test('warns if the answer takes too long, even after its first bytes', async () => {
    respond = (response) => response.write('[');
    expect(await check('0.3.0', { RELEASES_URL: url }, 50)).toEqual(['warning', mentions('it takes too long')]);
  });
});
