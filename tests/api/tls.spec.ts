import { followTlsFiles, openInternalServer } from '@upstander/platform';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { startApp, type TestApp } from '../support/app.js';
import { anAuthority, type IssuedCertificate } from '../support/certificates.js';
import { eventually } from '../support/eventually.js';

const authority = anAuthority();
const folder = mkdtempSync(join(tmpdir(), 'upstander-tls-'));
const config = { TLS_CERT_FILE: join(folder, 'tls.crt'), TLS_KEY_FILE: join(folder, 'tls.key') };
afterAll(() => rmSync(folder, { recursive: true }));

function write({ cert, key }: IssuedCertificate): void {
  writeFileSync(config.TLS_CERT_FILE, cert);
  writeFileSync(config.TLS_KEY_FILE, key);
}

interface Answer {
  status: number | undefined;
  /** Common name of the certificate, which was verified. */
  shownBy: string | undefined;
}

function get(port: number, path: string, agent?: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, ca: authority.cert, agent: agent ?? false }, (answer) => {
      const { subject } = (answer.socket as TLSSocket).getPeerCertificate();
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode, shownBy: subject.CN as string }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;

describe('a program with a certificate', () => {
  let app: TestApp;
  beforeAll(async () => {
    write(authority.issue('first'));
    app = await startApp({ config });
  });
  afterAll(() => app.close());

  test('answers only over TLS', async () => {
    const port = portOf(app.nest.getHttpServer() as { address(): unknown });
    expect(await get(port, '/livez')).toEqual({ status: 200, shownBy: 'first' });
    await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow();
  });

  test('serves metrics only over TLS', async () => {
    const answers = { '/metrics': async () => ({ status: 200, type: 'text/plain', text: '' }) };
    const logger = { info: jest.fn(), warn: jest.fn() };
    const server = await openInternalServer(0, '127.0.0.1', answers, { config, logger });
    expect(await get(portOf(server), '/metrics')).toEqual({ status: 200, shownBy: 'first' });
    await new Promise((resolve) => server.close(resolve));
  });

  test('does not start with the key of another certificate', async () => {
    write({ ...authority.issue('first'), key: authority.issue('second').key });
    await expect(startApp({ config, database: app.database })).rejects.toThrow(
      'TLS_CERT_FILE and TLS_KEY_FILE are not a certificate and its key',
    );
    await expect(
      startApp({ config: { ...config, TLS_KEY_FILE: join(folder, 'none') }, database: app.database }),
    ).rejects.toThrow('a file that cannot be read');
  });
});

test('uses a renewed certificate for new connections while open ones continue', async () => {
  write(authority.issue('first'));
  const [cert, key] = [authority.issue('first'), authority.issue('second')];
  write(cert);
  const server = createServer(cert, (_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const logger = { info: jest.fn(), warn: jest.fn() };
  const stop = followTlsFiles(server, config, logger, 20);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect(await get(portOf(server), '/', agent)).toMatchObject({ shownBy: 'first' });

  // Half of a renewal: the key is still that of before.
  writeFileSync(config.TLS_CERT_FILE, key.cert);
  await eventually(() => logger.warn.mock.calls.length > 0);
  expect(await get(portOf(server), '/')).toMatchObject({ shownBy: 'first' });
  writeFileSync(config.TLS_KEY_FILE, key.key);
  await eventually(async () => (await get(portOf(server), '/')).shownBy === 'second');
  expect(await get(portOf(server), '/', agent)).toMatchObject({ status: 200, shownBy: 'first' });

  stop();
  agent.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
