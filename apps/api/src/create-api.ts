import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { limitRequests, refuseCrossSite, SecurityEvents, SettingsStore } from '@upstander/identity';
import { followTlsFiles, Logger, Metrics, NestLog, type Config } from '@upstander/platform';
import { Server as HttpsServer } from 'node:https';
import { AccessTokenReader } from '@upstander/integrations';
import { AppModule, type ApiOptions } from './app.module.js';
import { acceptAccessTokens } from './http/access-tokens.js';
import { provideRequestId } from './http/request-id-context.js';
import { reportWrites } from './http/after-writes.js';
import { setAnswerHeaders } from './http/answer-headers.js';
import { readBodiesStrictly, signedRoutes } from './http/body-parsers.js';
import { acceptAbsoluteForm } from './http/origin-form.js';
import { PersonalLinks } from './http/personal-links.js';
import { rejectInvalidRequests } from './http/request-gate.js';
import { logRequests } from './http/request-log.js';
import { separateHosts } from './http/separate-hosts.js';
import { serverOptions } from './http/server-options.js';
import { traceRequests } from './http/trace-requests.js';
import { warnOfUntrustedProxy } from './http/warn-of-untrusted-proxy.js';
import { drainUnreadBodies } from './http/unread-bodies.js';
import { restRoot } from './rest/problems.js';
import { registerRest } from './rest/rest.plugin.js';
import { InProcessApi } from './site/ask-in-process.js';
import { registerFrontends } from './site/frontends.js';
import { PageCache } from './site/page-cache.js';
import { openQuietForms } from './http/quiet-pages.js';

/** Doesn't listen yet. */
export async function createApi(config: Config, options: ApiOptions = {}): Promise<NestFastifyApplication> {
  if (!config.freeDocuments && !options.safelist?.length) throw new Error('Not built: no document may be answered.');
  const logger = new Logger(config);
  const links = new PersonalLinks(config);
  const adapter = new FastifyAdapter({ ...serverOptions(config, logger), rewriteUrl: links.rewriteUrl });
  const fastify = adapter.getInstance();
  const made: { events?: SecurityEvents; metrics?: Metrics; tokens?: AccessTokenReader } = {};
  // Hooks don't apply to routes registered earlier, so they come before the pages. Their order matters.
  acceptAbsoluteForm(fastify);
  logRequests(fastify, logger, (labels, seconds) =>
    made.metrics?.observe('upstander_http_request_duration_seconds', labels, seconds),
  );
  traceRequests(fastify, config);
  setAnswerHeaders(fastify, config.isSecure);
  drainUnreadBodies(fastify);
  warnOfUntrustedProxy(fastify, config, logger);
  limitRequests(fastify, config, signedRoutes, ({ ip: address }) =>
    made.events?.record({ kind: 'limit-reached', detail: 'reads', address }),
  );
  rejectInvalidRequests(fastify, config, logger);
  separateHosts(fastify, config);
  links.exchangeTokens(fastify);
  openQuietForms(fastify);
  acceptAccessTokens(fastify, {
    actorOf: async (secret, address) => (await made.tokens?.actorOf(secret, address)) ?? null,
    note: (outcome, { ip: address }) => {
      made.metrics?.count('upstander_access_token_requests_total', { outcome });
      if (outcome === 'refused') made.events?.record({ kind: 'sign-in-failed', detail: 'access-token', address });
    },
  });
  refuseCrossSite(fastify, config, ({ ip: address, routeOptions }) =>
    made.events?.record({ kind: 'cross-site-refused', detail: routeOptions.url ?? 'none', address }),
  );
  provideRequestId(fastify);
  // Pages are registered before Nest's routes. A path without a route is a page, or the site's own 404.
  const door = new InProcessApi();
  const cache = new PageCache(config.PAGE_CACHE_SECONDS * 1000);
  reportWrites(fastify, () => cache.clear());
  await registerFrontends(fastify, { config, logger, graphql: door.ask, cache, links });
  readBodiesStrictly(fastify);
  registerRest(fastify, { api: () => door.graphql(), url: config.PUBLIC_URL + restRoot });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register(config, { ...options, wrote: () => cache.clear() }),
    adapter,
    {
      logger: new NestLog(logger),
      bodyParser: false,
      abortOnError: false,
    },
  );
  const server = fastify.server;
  if (server instanceof HttpsServer) {
    const stop = followTlsFiles(server, config, logger);
    fastify.addHook('onClose', async () => stop());
  }
  made.events = app.get(SecurityEvents);
  made.metrics = app.get(Metrics);
  made.tokens = app.get(AccessTokenReader, { strict: false });
  app.get(SettingsStore).onChange(() => cache.clear());
  door.open(app);
  return app;
}
