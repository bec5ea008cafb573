import { Applications, parsedUrl, type Config } from '@upstander/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actorOf } from '../access/current-actor.js';
import { SessionCookie } from './session-cookie.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Rejects cross-site writes (CSRF).
 * Requests with a session cookie must name this site, or the admin if it has its own host. Requests without a cookie, for
 * example from programs, need no origin. Browsers don't add an access token by themselves, so requests with one are exempt.
 */
export function refuseCrossSite(
  fastify: FastifyInstance,
  config: Config,
  note: (request: FastifyRequest) => void = () => undefined,
): void {
  const cookie = new SessionCookie(config);
  const applications = new Applications(config);
  const origins = { site: new URL(config.PUBLIC_URL).origin, admin: new URL(config.adminUrl).origin };
  fastify.addHook('onRequest', (request, reply, done) => {
    if (safeMethods.has(request.method) || actorOf(request)?.accessTokenId) return done();
    const isAdmin = applications.applicationFor(request.headers.host) === 'admin';
    const from = navigationOrigin(request.headers, isAdmin ? origins.admin : origins.site);
    if (from === 'here' || (from === 'unsaid' && !cookie.readToken(request.headers.cookie))) return done();
    note(request);
    const message = 'This request came from another site, so it was not carried out.';
    void reply.status(403).send({ errors: [{ message, extensions: { code: 'CROSS_SITE' } }] });
  });
}

/** Returns the origin by the headers. Browsers send Origin with every POST. */
export function navigationOrigin(headers: Headers, home: string): 'here' | 'elsewhere' | 'unsaid' {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'here' : 'elsewhere';
  const origin = headers['origin'];
  if (typeof origin !== 'string') return 'unsaid';
  if (origin === home) return 'here';
  // Accepts the same host under another name than PUBLIC_URL, for example with port forwarding.
  const page = parsedUrl(origin);
  return page !== null && page.host === headers['host'] ? 'here' : 'elsewhere';
}
