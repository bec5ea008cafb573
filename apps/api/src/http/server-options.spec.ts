import type { Config, Logger } from '@upstander/platform';
import fastify from 'fastify';
import { serverOptions } from './server-options.js';

/** Whom the server takes for the visitor, behind so many proxies, of addresses that the last proxy wrote down. */
async function visitor(hops: number, forwarded?: string): Promise<string> {
  const config = { TRUST_PROXY: hops, REQUEST_SECONDS: 120, DATABASE_JOB_SECONDS: 900, secure: false } as Config;
  const { loggerInstance: _, ...options } = serverOptions(config, {} as Logger);
  const server = fastify(options as object);
  server.get('/', ({ ip }) => ip);
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const { body } = await server.inject({ url: '/', remoteAddress: '10.0.0.1', headers });
  await server.close();
  return body;
}

test('without a proxy of ours nobody is believed to be somebody else', async () => {
  expect(await visitor(0, '203.0.113.7')).toBe('10.0.0.1');
});

test('behind one proxy the last address is the visitor, whatever they claim before it', async () => {
  expect(await visitor(1, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
});

test('behind a network of edges and a balancer it is the last but one', async () => {
  expect(await visitor(2, '198.51.100.1, 203.0.113.7, 192.0.2.9')).toBe('203.0.113.7');
  expect(await visitor(2)).toBe('10.0.0.1');
});
