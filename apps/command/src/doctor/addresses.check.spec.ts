import type { Config } from '@upstander/platform';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { admin } from './addresses.check.js';

const runCheck = (settings: Partial<Config>) =>
  admin.runCheck({ config: { PUBLIC_URL: 'https://volunteer.example.org', ...settings } as Config, environment: {} });

let server: Server;
let instance: string | undefined = 'one';
beforeAll(async () => {
  server = createServer((_request, answer) => {
    if (instance !== undefined) answer.setHeader('x-upstander-instance', instance);
    answer.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

test('suggests a host for the admin in production, and only there', async () => {
  expect(await runCheck({ NODE_ENV: 'production' })).toEqual([
    expect.objectContaining({ state: 'warning', todo: expect.stringContaining('ADMIN_URL') }),
  ]);
  expect(await runCheck({ NODE_ENV: 'development' })).toEqual([expect.objectContaining({ state: 'ok' })]);
});

test('reports whether Upstander answers at ADMIN_URL', async () => {
  instance = 'one';
  expect(await runCheck({ ADMIN_URL: url() })).toEqual([expect.objectContaining({ state: 'ok' })]);
  instance = undefined;
  expect(await runCheck({ ADMIN_URL: url() })).toEqual([
    expect.objectContaining({ state: 'wrong', says: expect.stringContaining('is not Upstander') }),
  ]);
  expect(await runCheck({ ADMIN_URL: 'http://127.0.0.1:1' })).toEqual([expect.objectContaining({ state: 'wrong' })]);
});
