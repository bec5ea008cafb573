import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { builtFiles } from './built-files.js';
import type { OtherReleases } from './other-releases.js';
import { setAdminHeaders } from './security-headers.js';
import { signInFile, signInInstead } from './sign-in-page.js';

export interface AdminOptions {
  /** The folder `vite build` wrote for the admin. */
  buildPath: string;
  /** Those beside this one. */
  others: OtherReleases;
  /** Whether it may be built again while it is served, as by somebody who works on the screens: a release stays as it is. */
  changes?: boolean;
  /** True where the site is reached by TLS. */
  tls?: boolean;
}

/**
 * Serves the admin's files at /admin; every path below it that is not a file is the single page app itself, for whoever is
 * signed in. Everybody else gets the page to sign in.
 */
export async function registerAdmin(fastify: FastifyInstance, options: AdminOptions): Promise<void> {
  // The app's own page must always be the newest one: it names the hashed files.
  const kept = (path: string) => (path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store');
  const files = builtFiles(options.buildPath, kept, { single: true, etag: true, dev: options.changes ?? false });
  const serve = (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    const { raw } = reply;
    raw.setHeader('x-request-id', request.id);
    // sirv looks below its own folder, so the mount point is taken off the path; the original stays for the log.
    const path = (request.raw.url ?? '/').replace(/^\/admin(?=\/|\?|$)/, '') || '/';
    const asked = path.startsWith('/') ? path : `/${path}`;
    setAdminHeaders(raw, asked, options.tls ?? false);
    const elsewhere = signInInstead(asked, request.headers);
    if (elsewhere !== null) {
      raw.writeHead(302, { location: elsewhere, 'cache-control': 'no-store' }).end();
      return reply;
    }
    request.raw.url = signInFile(asked, request.headers) ?? asked;
    const none = () => {
      raw.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end('Not found');
    };
    files(request.raw, raw, () => options.others.serve(request.raw.url ?? '/', request.raw, raw, none));
    return reply;
  };
  await fastify.register(async (admin) => {
    admin.get('/admin', serve);
    admin.get('/admin/*', serve);
  });
}
