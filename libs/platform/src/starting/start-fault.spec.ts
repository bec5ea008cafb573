import { createServer, type AddressInfo, type Server } from 'node:net';
import { ConfigError, loadConfig } from '../config/config.js';
import { BoundedClient } from '../database/bounded-waits.js';
import { listening } from './listening.js';
import { enterRedis, startFault } from './start-fault.js';

const minimalSettings = {
  NODE_ENV: 'test',
  PUBLIC_URL: 'http://localhost:3000/',
  APP_SECRET: 'x'.repeat(32),
  DATABASE_URL: 'postgres://localhost/upstander',
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'hello@example.org',
  STRIPE_SECRET_KEY: 'sk_test_12',
  STRIPE_WEBHOOK_SECRET: 'whsec_12',
};

describe('a program that cannot start', () => {
  const open: Server[] = [];
  afterAll(() => open.forEach((server) => server.close()));
  const serverOf = async (greeting: string): Promise<number> => {
    const server = createServer((socket) =>
      socket.on('error', () => undefined).on('data', () => socket.write(greeting)),
    );
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };
  const withRedis = (port: number) =>
    ({ ...loadConfig(minimalSettings), DATABASE_URL: undefined, REDIS_URL: `redis://127.0.0.1:${port}/99` }) as never;
  const unreachableUrl = 'postgres://us:hunter2@127.0.0.1:9/upstander';
  const refusalText = 'DATABASE_URL: The server does not answer (connect ECONNREFUSED 127.0.0.1:9).';

  test('names the setting of the server that refused it, without a stack or a password', async () => {
    const config = loadConfig({ ...minimalSettings, DATABASE_URL: unreachableUrl });
    const fault = await new BoundedClient({ connectionString: config.DATABASE_URL }).connect().catch((e: unknown) => e);
    const sentence = String(await startFault(fault, config));
    expect(sentence).toContain(refusalText);
    expect(sentence).not.toMatch(/hunter2|^\s+at /m);
    expect(await startFault(new ConfigError('APP_SECRET is missing'))).toBe('APP_SECRET is missing');
  });

  test.each([
    new Error('a bug of ours'),
    // Another unavailable server, and an invalid statement.
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:25'), { code: 'ECONNREFUSED', port: 25 }),
    Object.assign(new Error('column "x" does not exist'), { code: '42703', severity: 'ERROR' }),
  ])('does not blame an unavailable database for another error: %s', async (other) => {
    const config = loadConfig({ ...minimalSettings, DATABASE_URL: unreachableUrl });
    expect(await startFault(other, config)).toBe(other);
  });

  test.each([
    ['-NOAUTH Authentication required.\r\n', 'The server rejects the password (NOAUTH Authentication required.).'],
    ['-ERR DB index is out of range\r\n', 'The server has no database with this number'],
  ])('fails immediately if Redis refuses the connection, and quotes the reason: %s', async (greeting, sentence) => {
    await expect(enterRedis(withRedis(await serverOf(greeting)))).rejects.toThrow(`REDIS_URL: ${sentence}`);
  });

  test('waits for an unavailable Redis, and does not blame it for another error', async () => {
    await expect(enterRedis(withRedis(9))).resolves.toBeUndefined();
    const other = new Error('a bug of ours');
    expect(await startFault(other, withRedis(9))).toBe(other);
  });

  test('names the port that is taken and the address that does not exist', async () => {
    const port = await serverOf('');
    const listenOn = (host: string) =>
      listening(['METRICS_PORT', port], ['METRICS_HOST', host], async () => {
        await new Promise((resolve, reject) =>
          createServer()
            .once('error', reject)
            .listen(port, host, resolve as never),
        );
      });
    await expect(listenOn('127.0.0.1')).rejects.toThrow(
      `METRICS_PORT is ${port}, but another program already uses this port on 127.0.0.1`,
    );
    await expect(listenOn('203.0.113.1')).rejects.toThrow(
      'METRICS_HOST is "203.0.113.1", which is not an address of this machine.',
    );
  });
});
