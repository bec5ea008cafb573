import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { ApiServer } from './support/api-server.js';

jest.setTimeout(90_000);

/** Sends a form in two halves. The page calls our own API once the second half arrives. */
function halfAForm(url: string): { socket: Socket; rest: string; answer: Promise<string> } {
  const { port, host } = new URL(url);
  const body = 'email=ana%40example.org';
  const socket = connect(Number(port), '127.0.0.1');
  const head = [
    'POST /giving HTTP/1.1',
    `Host: ${host}`,
    `Origin: ${url}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 9)}`);
  return { socket, rest: body.slice(9), answer: text(socket) };
}

describe.each(['api', 'serve'] as const)('shutdown of the API, run as %s', (program) => {
  let database: SpecDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  test('reports not ready first, finishes pending requests, and fails none', async () => {
    // Long enough for a busy machine to answer the requests below before the port closes.
    const api = await ApiServer.start(database.url, { DRAIN_SECONDS: '5' }, program);
    const ready = () => fetch(`${api.url}/readyz`);
    const privacy = () => fetch(`${api.url}/privacy`);
    expect((await ready()).status).toBe(200);
    // The first page of a process takes much longer than later ones.
    await (await privacy()).text();
    const form = halfAForm(api.url);
    const healthy = await fetch(`${api.url}/livez`);
    expect(healthy.headers.get('connection')).toBe('keep-alive');
    const ended = api.end();
    await api.waitForOutput(/the api ends when/);
    const [readiness, page] = await Promise.all([ready(), privacy()]);
    expect([readiness.status, await readiness.json()]).toEqual([503, expect.objectContaining({ status: 'ending' })]);
    // A proxy reusing this connection would find it closed.
    expect([page.status, page.headers.get('connection')]).toEqual([200, 'close']);
    await closed(api.url);
    form.socket.write(form.rest);
    expect(await form.answer).toMatch(/^HTTP\/1\.1 (200|303) /);
    expect(await ended).toBe(0);
  });

  test('a second signal stops it immediately', async () => {
    const api = await ApiServer.start(database.url, { DRAIN_SECONDS: '300' }, program);
    void api.end();
    await api.waitForOutput(/the api ends when/);
    expect(await api.end()).toBe('SIGTERM');
  });
});

/** Pauses between requests, because a server that drains needs the processor too. */
const closed = (url: string) =>
  eventually(() =>
    fetch(`${url}/livez`).then(
      () => false,
      () => true,
    ),
  );
