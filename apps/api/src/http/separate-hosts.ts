import { Applications, type Config } from '@upstander/platform';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isHealthPath } from './health-paths.js';

/** Addresses of the admin app itself. */
const adminAppPaths = /^\/admin(?:\/|$)/;

/** Everything the admin's screens load: the API, files, exports and imports. */
const adminHostPaths =
  /^\/(?:admin|sso|graphql|api|files|logo|photo-consents|school-documents|exports|imports|dev)(?:\/|$)|^\/photos(?:\/.|$)|^\/advocacy\/appointments\/|^\/campaigns\/[^/]+\/progress\.svg$|^\/\.well-known\/security\.txt$/;

/**
 * With ADMIN_URL, serves the admin on its own host and the public site on that of PUBLIC_URL. Visitors who open an address
 * of the other application are redirected to its host; anything they send there is refused, because it would get lost.
 */
export function separateHosts(fastify: FastifyInstance, config: Config): void {
  const { PUBLIC_URL, ADMIN_URL } = config;
  if (ADMIN_URL === undefined) return;
  const applications = new Applications(config);
  fastify.addHook('onRequest', (request, reply, done) => {
    const path = request.originalUrl;
    if (isHealthPath(path)) return done();
    const isAdmin = applications.applicationFor(request.headers.host) === 'admin';
    const routed = routedPath(path);
    const isHere = isAdmin ? adminHostPaths.test(routed) : !adminAppPaths.test(routed);
    if (isHere) return done();
    const home = isAdmin ? PUBLIC_URL : ADMIN_URL;
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(reply, new URL(home).host);
    // The root of the admin's host is the admin.
    const isRoot = isAdmin && routed === '/';
    void reply.redirect(isRoot ? `${ADMIN_URL}/admin` : home + path, 302);
  });
}

/** The path as routes match it: the router decodes it first, so `/%61dmin` is the admin. */
function routedPath(url: string): string {
  const [path = ''] = url.split('?', 1);
  return path.includes('%') ? decodeURIComponent(path) : path;
}

function refuse(reply: FastifyReply, host: string): void {
  void reply.status(404).send({ code: 'HTTP_404', message: `This address is on ${host}.` });
}
