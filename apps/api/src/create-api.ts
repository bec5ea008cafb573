import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { refuseCrossSite } from '@upstander/identity';
import { Logger, NestLog, type Config } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { AppModule, type ApiOptions } from './app.module.js';
import { bodyLimit, readBodiesStrictly } from './http/body-parsers.js';
import { logRequests } from './http/request-log.js';
import { registerFrontends } from './site/frontends.js';
import { openQuietForms } from './site/quiet-pages.js';

/** Builds the api of this configuration, not yet listening: main.ts and the tests start the same thing. */
export async function createApi(config: Config, options: ApiOptions = {}): Promise<NestFastifyApplication> {
  const logger = new Logger(config);
  const adapter = new FastifyAdapter({
    bodyLimit,
    genReqId: () => randomUUID(),
    // Only the nearest hop is ours; what a visitor claims beyond it is not believed.
    trustProxy: config.TRUST_PROXY ? (_address: string, hop: number) => hop < 1 : false,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const fastify = adapter.getInstance();
  logRequests(fastify, logger);
  // Before the pages are registered: what is registered earlier does not get the hooks.
  openQuietForms(fastify);
  refuseCrossSite(fastify, config);
  // React Router's pages come first: what Nest does not answer is a page, or the site's own 404.
  await registerFrontends(fastify, config);
  readBodiesStrictly(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(config, options), adapter, {
    logger: new NestLog(logger),
    bodyParser: false,
    abortOnError: false,
  });
  app.enableShutdownHooks();
  return app;
}
