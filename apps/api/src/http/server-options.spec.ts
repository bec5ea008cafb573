import type { Config, Logger } from '@upstander/platform';
import fastify from 'fastify';
import { serverOptions } from './server-options.js';

async function visitor(hops: number, forwarded?: string): Promise<string> {
  const config = { TRUST_PROXY: hops, REQUEST_SECONDS: 120, DATABASE_JOB_SECONDS: 900, isSecure: false } as Config;
  const { loggerInstance: _, ...options } = serverOptions(config, {} as Logger);
  const server = fastify(options as object);
  server.get('/', ({ ip }) => ip);
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const { body } = await server.inject({ url: '/', remoteAddress: '10.0.0.1', headers });
  await server.close();
  return body;
}

test('ignores forwarded addresses without a proxy', async () => {
  expect(await visitor(0, '203.0.113.7')).toBe('10.0.0.1');
});

test('uses the last forwarded address behind one proxy', async () => {
  expect(await visitor(1, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
});

test('uses the second to last address behind a CDN and a load balancer', async () => {
  expect(await visitor(2, '198.51.100.1, 203.0.113.7, 192.0.2.9')).toBe('203.0.113.7');
  expect(await visitor(2)).toBe('10.0.0.1');
});
