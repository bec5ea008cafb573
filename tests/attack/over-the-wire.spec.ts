import { connect } from 'node:net';
import { startAppProcess, type AppProcess } from '../faults/support/processes.js';
import { programSettings } from '../faults/support/program-settings.js';
import { cloneDatabase, type SpecDatabase } from '../support/database.js';
import { aFreePort } from '../support/free-port.js';
import { Database } from '@upstander/platform';
import { DataSource } from 'typeorm';
import { rawRequest } from './support/raw-request.js';

jest.setTimeout(120_000);

interface Line {
  msg: string;
  requestId?: string;
  code?: string;
  err?: { message: string; stack: string };
  route?: string;
  status?: number;
}

/** Runs the real program behind a proxy and checks raw bytes and the log. */
describe('the real program over TCP', () => {
  let database: SpecDatabase;
  let source: DataSource;
  let db: Database;
  let api: AppProcess;
  let port: number;
  let home: string;

  beforeAll(async () => {
    database = await cloneDatabase();
    source = await new DataSource({ type: 'postgres', url: database.ownerUrl, installExtensions: false }).initialize();
    db = new Database(source);
    port = await aFreePort();
    home = `http://127.0.0.1:${port}`;
    api = startAppProcess('api', {
      ...programSettings,
      PORT: String(port),
      PUBLIC_URL: home,
      DATABASE_URL: database.url,
      TRUST_PROXY: 'true',
      REQUEST_SECONDS: '3',
    });
    await api.waitForOutput(/the api is listening/);
  });
  afterAll(async () => {
    await api.end('SIGKILL');
    await source.destroy();
    await database.drop();
  });

  const log = (): Line[] =>
    api
      .output()
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line);
  const linesOfRequest = async (id: string): Promise<Line[]> => {
    // The request line is logged last.
    await api.waitForOutput(new RegExp(`"requestId":"${id}".*"msg":"request"`));
    return log().filter(({ requestId }) => requestId === id);
  };

  describe('a request body', () => {
    const sizes = [33_000, 200_000, 2_000_000, 12_000_000];
    const forms = {
      'a form': ['/events', 'application/x-www-form-urlencoded'],
      GraphQL: ['/graphql', 'application/json'],
    };

    test.each(Object.entries(forms))('too large for %s gets a 413, every time', async (_name, [path, type]) => {
      for (const size of sizes.filter((bytes) => path === '/events' || bytes > 150_000)) {
        const statuses: number[] = [];
        for (let tries = 0; tries < 5; tries += 1) {
          const answer = await fetch(home + path, {
            method: 'POST',
            headers: { 'content-type': type! },
            body: 'x'.repeat(size),
          });
          expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
          statuses.push(answer.status);
        }
        expect([size, statuses]).toEqual([size, [413, 413, 413, 413, 413]]);
      }
    });

    test('rejected before it was read leaves the connection usable', async () => {
      const uploads = [
        ['/files?purpose=cover', 'image/png'],
        ['/imports/gifts', 'text/csv'],
        ['/graphql', 'application/json'],
        ['/events', 'multipart/form-data'],
      ] as const;
      for (const [path, type] of uploads) {
        const body = 'x'.repeat(3_000_000);
        const first = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`;
        const second = `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;
        const received = await conversation(first + body, second);
        expect([path, received[0]]).toEqual([path, expect.stringMatching(/^(401|413|415)$/)]);
        // The connection either continues or is closed properly.
        expect([path, received[1]]).toEqual([path, expect.stringMatching(/^(200|closed)$/)]);
      }
    });

    test('in chunks of unknown total length is counted as it arrives', async () => {
      const chunk = `${(16_384).toString(16)}\r\n${'x'.repeat(16_384)}\r\n`;
      const head = `POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n`;
      expect((await rawRequest(port, `${head}${chunk.repeat(20)}0\r\n\r\n`)).status).toBe(413);
    });

    test('that never ends gets a 408, like endless headers', async () => {
      const post = 'POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n';
      const unfinishedBodies = [
        `${post}Content-Length: 100\r\n\r\na=`,
        post,
        `${post}Transfer-Encoding: chunked\r\n\r\n5\r\nab`,
      ];
      const answers = await Promise.all(unfinishedBodies.map((bytes) => rawRequest(port, bytes, { patience: 30_000 })));
      expect(answers.map(({ status }) => status)).toEqual([408, 408, 408]);
      for (const { headers } of answers) expect(headers['x-content-type-options']).toBe('nosniff');
    });

    test.each([
      ['multipart/form-data', 'a=b', 415],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--', 415],
      ['text/plain', 'a=b', 415],
      ['application/json', '{}', 415],
      ['application/x-www-form-urlencoded', 'code=%00', 400],
      ['application/x-www-form-urlencoded', 'code=%ff', 400],
      ['application/x-www-form-urlencoded', 'code=%zz', 400],
    ])('rejects %s as a form: "%s"', async (type, body, status) => {
      for (const path of ['/reply', '/talk', '/events', '/leave']) {
        const answer = await fetch(home + path, { method: 'POST', headers: { 'content-type': type }, body });
        expect([path, answer.status]).toEqual([path, status]);
      }
    });

    test('of zero bytes is an empty form', async () => {
      for (const path of ['/reply', '/talk']) {
        const { status } = await fetch(home + path, { method: 'POST', headers: { 'content-length': '0' } });
        expect([path, status < 500]).toEqual([path, true]);
      }
    });
  });

  describe('the request ID', () => {
    test('connects an error page to the stack trace in the log', async () => {
      await db.query('ALTER TABLE events.event RENAME COLUMN title TO heading');
      try {
        const page = await fetch(`${home}/events`);
        const html = await page.text();
        const id = page.headers.get('x-request-id')!;
        expect([page.status, html.includes(id)]).toEqual([500, true]);
        const lines = await linesOfRequest(id);
        expect(lines.find(({ msg }) => msg === 'a request failed')?.err?.stack).toMatch(/title.*\n +at /);
        expect(lines.find(({ msg }) => msg === 'a page could not be made')?.err?.stack).toMatch(/\n +at /);
      } finally {
        await db.query('ALTER TABLE events.event RENAME COLUMN heading TO title');
      }
    });

    test('of a query matches the one in its response, compiled or not', async () => {
      await db.query('ALTER TABLE events.event RENAME COLUMN title TO heading');
      try {
        for (let times = 0; times < 4; times += 1) {
          const answer = await fetch(`${home}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: '{ events(first: 1) { edges { node { title } } } }' }),
          });
          const { errors } = (await answer.json()) as { errors: Array<{ extensions: { id: string } }> };
          const id = answer.headers.get('x-request-id')!;
          expect(errors[0]!.extensions.id).toBe(id);
          expect((await linesOfRequest(id)).some(({ err }) => err?.stack?.includes('title'))).toBe(true);
        }
      } finally {
        await db.query('ALTER TABLE events.event RENAME COLUMN heading TO title');
      }
    });

    test('comes from a trusted proxy if valid, otherwise it is generated', async () => {
      const idFor = async (headers: Record<string, string>) =>
        (await fetch(`${home}/healthz`, { headers })).headers.get('x-request-id');
      expect(await idFor({ 'x-request-id': 'edge-0123456789' })).toBe('edge-0123456789');
      const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
      expect(await idFor({ traceparent })).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
      for (const wrong of ['short', 'a b c d e f g h', '<script>alert(1)</script>', 'x'.repeat(65), '"},{"msg":"x']) {
        expect(await idFor({ 'x-request-id': wrong })).toMatch(/^[0-9a-f-]{36}$/);
      }
      expect(await idFor({ traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` })).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  test('a failed sign-in leaves a log line without a name or address', async () => {
    const answer = await fetch(`${home}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ accounts(first: 1) { edges { node { id } } } }' }),
    });
    const lines = await linesOfRequest(answer.headers.get('x-request-id')!);
    expect(lines.find(({ msg }) => msg === 'refused')).toMatchObject({ code: 'NOT_SIGNED_IN', path: 'accounts' });
    const file = await fetch(`${home}/exports/gifts.csv`);
    const other = await linesOfRequest(file.headers.get('x-request-id')!);
    expect(other.find(({ msg }) => msg === 'refused')).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test("a value the database can't read is not repeated in the log", async () => {
    expect(api.output()).not.toContain('example.org');
  });

  function conversation(...requests: string[]): Promise<string[]> {
    return new Promise((resolve) => {
      const statusCodes: string[] = [];
      let text = '';
      const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(requests[0]!));
      const finish = () => {
        socket.destroy();
        resolve([...statusCodes, 'closed']);
      };
      socket.setTimeout(20_000, () => {
        socket.destroy();
        resolve([...statusCodes, 'mute']);
      });
      socket.on('data', (bytes: Buffer) => {
        text += bytes.toString('latin1');
        const length = /content-length: (\d+)/i.exec(text)?.[1];
        const [, body] = text.split('\r\n\r\n');
        if (length === undefined || body === undefined || body.length < Number(length)) return;
        statusCodes.push(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? '?');
        const closes = /connection: close/i.test(text);
        text = '';
        if (statusCodes.length === requests.length) {
          socket.destroy();
          resolve(statusCodes);
        } else if (!closes) socket.write(requests[statusCodes.length]!);
      });
      socket.on('close', finish).on('error', () => undefined);
    });
  }
});
