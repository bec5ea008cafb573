import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { ApiServer } from './support/api-server.js';

jest.setTimeout(90_000);

/** A form of the site that is sent in two halves: the page asks our own API once the second half is there. */
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

describe('an api that is told to end', () => {
  let database: SpecDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  test('says so to the proxy first, answers everybody who is there, and fails nobody', async () => {
    // Long enough that a busy machine has answered what is asked below, before no new line is taken.
    const api = await ApiServer.start(database.url, { DRAIN_SECONDS: '5' });
    const ready = () => fetch(`${api.url}/readyz`);
    const privacy = () => fetch(`${api.url}/privacy`);
    expect((await ready()).status).toBe(200);
    // The first page of a process takes much longer than those after it.
    await (await privacy()).text();
    const form = halfAForm(api.url);
    const healthy = await fetch(`${api.url}/livez`);
    expect(healthy.headers.get('connection')).toBe('keep-alive');
    const ended = api.end();
    await api.says(/the api ends when/);
    const [told, page] = await Promise.all([ready(), privacy()]);
    expect([told.status, await told.json()]).toEqual([503, expect.objectContaining({ status: 'ending' })]);
    // A proxy that asks on this line once more would meet a closed one.
    expect([page.status, page.headers.get('connection')]).toEqual([200, 'close']);
    // When no new line is taken any more, the form is still under way.
    await closed(api.url);
    form.socket.write(form.rest);
    expect(await form.answer).toMatch(/^HTTP\/1\.1 (200|303) /);
    expect(await ended).toBe(0);
  });

  test('a second signal ends it on the spot', async () => {
    const api = await ApiServer.start(database.url, { DRAIN_SECONDS: '300' });
    void api.end();
    await api.says(/the api ends when/);
    expect(await api.end()).toBe('SIGTERM');
  });
});

/** Resolves when the port takes no line any more. */
async function closed(url: string): Promise<void> {
  for (;;) {
    const isOpen = await fetch(`${url}/livez`).then(
      () => true,
      () => false,
    );
    if (!isOpen) return;
  }
}
