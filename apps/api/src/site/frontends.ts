import { ShareImages } from '@upstander/files';
import { Applications, ConfigError, Secrets, type Config, type Logger } from '@upstander/platform';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PersonalLinks } from '../http/personal-links.js';
import { registerAdmin } from './admin.plugin.js';
import { OtherReleases } from './other-releases.js';
import { paymentHosts } from './security-headers.js';
import type { AskInProcess } from './ask-in-process.js';
import type { PageCache } from './page-cache.js';
import { siteOrganization } from './site-organization.js';
import { registerSite } from './site.plugin.js';

export interface Frontends {
  config: Config;
  logger: Logger;
  graphql: AskInProcess;
  cache: PageCache;
  links: PersonalLinks;
}

/** Serves the built site and admin. Either may be missing outside of production. */
export async function registerFrontends(
  fastify: FastifyInstance,
  { config, logger, graphql, cache, links }: Frontends,
): Promise<void> {
  const adminPath = resolve(config.ADMIN_BUILD);
  const sitePath = resolve(config.SITE_BUILD);
  for (const [name, path] of [
    ['ADMIN_BUILD', join(adminPath, 'index.html')],
    ['SITE_BUILD', join(sitePath, 'server/index.cjs')],
  ] as const) {
    // Only a missing folder is allowed in development, not one with other content.
    const mayBeMissing = config.NODE_ENV !== 'production' && !existsSync(resolve(config[name]));
    if (mayBeMissing || existsSync(path)) continue;
    throw new ConfigError(
      `${name} is "${config[name]}", and there is no ${path}: start the program in the folder of the release, or build it.`,
    );
  }
  if (existsSync(adminPath)) {
    const others = new OtherReleases(config.RELEASES_FOLDER, config.ADMIN_BUILD);
    const changes = config.NODE_ENV !== 'production';
    await registerAdmin(fastify, {
      buildPath: adminPath,
      others,
      changes,
      tls: config.isSecure,
      signOnName: config.OIDC_NAME,
    });
  }
  if (existsSync(sitePath)) {
    await registerSite(fastify, {
      buildPath: sitePath,
      others: new OtherReleases(config.RELEASES_FOLDER, join(config.SITE_BUILD, 'client')),
      publicUrl: config.PUBLIC_URL,
      applications: new Applications(config),
      hasAdminHost: config.ADMIN_URL !== undefined,
      organization: siteOrganization(config),
      timeZone: config.TIME_ZONE,
      leaveTo: config.LEAVE_TO,
      paymentHosts: paymentHosts(config.STRIPE_URL),
      cache,
      graphql,
      links,
      secrets: new Secrets(config),
      shareImages: new ShareImages(join(sitePath, 'client/art/side-by-side.svg')),
      report: (error, requestId) => logger.fault(error, { requestId }, 'a page could not be made'),
    });
  }
}
