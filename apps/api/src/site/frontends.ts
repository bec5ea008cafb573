import { ownDocumentsHeader, Secrets, type Config, type Logger } from '@upstander/platform';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { registerAdmin } from './admin.plugin.js';
import { paymentHosts } from './security-headers.js';
import { registerSite, type Answer, type AskInProcess } from './site.plugin.js';

/** Serves the built site and admin. In development and tests either may not be built; production insists on both. */
export async function registerFrontends(
  fastify: FastifyInstance,
  config: Config,
  logger: Logger,
  ownDocuments: string,
): Promise<void> {
  const adminPath = resolve(config.ADMIN_BUILD);
  const sitePath = resolve(config.SITE_BUILD);
  for (const path of [adminPath, sitePath]) {
    if (config.NODE_ENV === 'production' && !existsSync(path)) throw new Error(`Not built: ${path} is missing.`);
  }
  if (existsSync(adminPath)) await registerAdmin(fastify, { buildPath: adminPath, tls: config.secure });
  if (existsSync(sitePath)) {
    await registerSite(fastify, {
      buildPath: sitePath,
      publicUrl: config.PUBLIC_URL,
      organisationName: config.ORGANISATION_NAME,
      contactEmail: config.contactEmail,
      timeZone: config.TIME_ZONE,
      leaveTo: config.LEAVE_TO,
      paymentHosts: paymentHosts(config.STRIPE_URL),
      graphql: inProcess(fastify, new URL(config.PUBLIC_URL).host, ownDocuments),
      secrets: new Secrets(config),
      report: (error, requestId) => logger.fault(error, { requestId }, 'a page could not be made'),
    });
  }
}

/** Asks our own API without a socket, by documents that are constants of the pages: the visitor's cookie and address go along, so that every guard and limit holds. */
function inProcess(fastify: FastifyInstance, host: string, ownDocuments: string): AskInProcess {
  return async (query, variables, visitor) => {
    const answer = await fastify.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: visitor.address,
      headers: {
        host,
        'x-request-id': visitor.requestId,
        [ownDocumentsHeader]: ownDocuments,
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        ...(visitor.cookie && { cookie: visitor.cookie }),
        ...(visitor.userAgent && { 'user-agent': visitor.userAgent }),
      },
      payload: { query, variables },
    });
    return { ...answer.json<Answer>(), setCookie: [answer.headers['set-cookie'] ?? []].flat() };
  };
}
