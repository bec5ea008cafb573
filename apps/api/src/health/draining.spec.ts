import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Draining } from './draining.js';

describe('a server during shutdown', () => {
  const pendingResponses: ServerResponse[] = [];
  let server: Server;
  let draining: Draining;
  let url: string;
  beforeEach(async () => {
    pendingResponses.length = 0;
    server = createServer((_request, response) => void pendingResponses.push(response));
    draining = new Draining();
    draining.watch(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(() => void server.closeAllConnections());

  /** Resolves when the server has received the request. The response is still pending. */
  async function sendRequest(): Promise<{ answer: Promise<Response>; give: () => void }> {
    const before = pendingResponses.length;
    const answer = fetch(url);
    while (pendingResponses.length === before) await new Promise(setImmediate);
    return { answer, give: () => void pendingResponses[before]!.end('an answer') };
  }

  /** Starts the shutdown. `over` returns true once the application may close. */
  function end(): { over: () => boolean; done: Promise<void> } {
    let isOver = false;
    const done = draining.end(server, 0).then(() => void (isOver = true));
    return { over: () => isOver, done };
  }

  async function waitUntilClosed(): Promise<void> {
    for (let open = true; open;)
      open = await fetch(url, { signal: AbortSignal.timeout(500) }).then(() => true, isTimeout);
  }
  const isTimeout = (error: Error) => error.name === 'TimeoutError';

  test('finishes all responses before the application closes', async () => {
    const [first, last] = [await sendRequest(), await sendRequest()];
    const { over, done } = end();
    await waitUntilClosed();
    first.give();
    expect(await (await first.answer).text()).toBe('an answer');
    expect(over()).toBe(false);
    last.give();
    expect(await (await last.answer).text()).toBe('an answer');
    await done;
    expect(over()).toBe(true);
  });

  test('closes immediately if no request is pending', async () => {
    const { answer, give } = await sendRequest();
    give();
    await (await answer).text();
    await end().done;
    await waitUntilClosed();
  });

  test('does not wait for a client that disconnected', async () => {
    const abortController = new AbortController();
    const answer = fetch(url, { signal: abortController.signal }).catch((error: Error) => error.name);
    while (pendingResponses.length === 0) await new Promise(setImmediate);
    const { done } = end();
    abortController.abort();
    expect(await answer).toBe('AbortError');
    await done;
  });
});
