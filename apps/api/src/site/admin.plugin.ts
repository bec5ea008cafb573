import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { builtFiles } from './built-files.js';
import type { OtherReleases } from './other-releases.js';
import { setAdminHeaders } from './security-headers.js';
import { signInFile, signInInstead } from './sign-in-page.js';

export interface AdminOptions {
  buildPath: string;
  others: OtherReleases;
  /** True if it may be rebuilt while it is served, as in development. Releases don't change. */
  changes?: boolean;
  tls?: boolean;
  /** Name of the identity provider. */
  signOnName?: string | undefined;
}

/** Serves the admin at /admin. Paths without a file return the app, or the sign-in page without a session. */
export async function registerAdmin(fastify: FastifyInstance, options: AdminOptions): Promise<void> {
  // The app's page must always be current, because it references hashed files.
  const cacheControlOf = (path: string) =>
    path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
  const files = builtFiles(options.buildPath, cacheControlOf, {
    single: true,
    etag: true,
    dev: options.changes ?? false,
  });
  const serve = (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    const { raw } = reply;
    raw.setHeader('x-request-id', request.id);
    // sirv expects paths relative to its folder. The original path is kept for the log.
    const path = (request.raw.url ?? '/').replace(/^\/admin(?=\/|\?|$)/, '') || '/';
    const asked = path.startsWith('/') ? path : `/${path}`;
    setAdminHeaders(raw, asked, options.tls ?? false);
    const elsewhere = signInInstead(asked, request.headers);
    if (elsewhere !== null) {
      raw.writeHead(302, { location: elsewhere, 'cache-control': 'no-store' }).end();
      return reply;
    }
    const signIn = signInFile(asked, request.headers);
    // The page is a file of the build, and a request for the name would delay the link.
    if (signIn !== null && options.signOnName !== undefined)
      raw.setHeader('server-timing', `sso;desc="${encodeURIComponent(options.signOnName)}"`);
    request.raw.url = signIn ?? asked;
    const sendNotFound = () => {
      raw.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end('Not found');
    };
    files(request.raw, raw, () => options.others.serve(request.raw.url ?? '/', request.raw, raw, sendNotFound));
    return reply;
  };
  await fastify.register(async (admin) => {
    admin.get('/admin', serve);
    admin.get('/admin/*', serve);
  });
}
