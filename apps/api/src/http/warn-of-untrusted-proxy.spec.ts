import type { Config, Logger } from '@upstander/platform';
import { limitRequests } from '@upstander/identity';
import fastify from 'fastify';
import { warnOfUntrustedProxy } from './warn-of-untrusted-proxy.js';

const forwarded = { 'x-forwarded-for': '203.0.113.9' };
const get = (server: ReturnType<typeof fastify>, remoteAddress: string, headers = {}) =>
  server.inject({ method: 'GET', url: '/', remoteAddress, headers });

function serverFor(hops: number) {
  const server = fastify();
  const warn = jest.fn();
  warnOfUntrustedProxy(server, { TRUST_PROXY: hops }, { warn } as unknown as Logger);
  server.get('/', () => 'here');
  return { server, warn };
}

test('warns once of a local proxy if TRUST_PROXY is not set', async () => {
  const { server, warn } = serverFor(0);
  for (let n = 0; n < 3; n += 1) await get(server, '127.0.0.1', forwarded);
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn.mock.calls[0]).toEqual([{ setting: 'TRUST_PROXY' }, expect.stringContaining('TRUST_PROXY=true')]);
});

test.each([
  ['with TRUST_PROXY', 1, '127.0.0.1', forwarded],
  ['without a proxy', 0, '127.0.0.1', {}],
  ['about a header sent by a remote visitor', 0, '203.0.113.7', forwarded],
])('does not warn %s', async (_, hops, address, headers) => {
  const { server, warn } = serverFor(hops);
  await get(server, address, headers);
  expect(warn).not.toHaveBeenCalled();
});

test.each([
  ['production', [200, 200, 429]],
  ['development', [200, 200, 200]],
])('in %s, local requests get the statuses %j', async (mode, statuses) => {
  const server = fastify();
  limitRequests(server, { NODE_ENV: mode, REQUESTS_PER_MINUTE: 2 } as Config, new Set());
  server.get('/', () => 'here');
  const answers = [];
  for (let n = 0; n < 3; n += 1) answers.push((await get(server, '127.0.0.1')).statusCode);
  expect(answers).toEqual(statuses);
});
