import { createRequestListener } from '@react-router/node';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { ServerBuild } from 'react-router';
import sirv from 'sirv';
import { isQuiet } from './quiet-pages.js';
import { hostsOf, setSecurityHeaders, sitePolicy, type PageNeeds } from './security-headers.js';
import { changeSession } from './session-changes.js';

/** Who asks: what the API needs to apply its guards and limits to a page's queries. */
export interface Visitor {
  cookie?: string;
  address: string;
  userAgent?: string;
}

export interface Answer {
  data?: unknown;
  errors?: unknown[];
}

/** `setCookie` is what the API would have the browser keep. */
export type AskInProcess = (
  query: string,
  variables: Record<string, unknown> | undefined,
  visitor: Visitor,
) => Promise<Answer & { setCookie: string[] }>;

export interface SiteOptions {
  /** The folder `react-router build` wrote, holding `client` and `server`. */
  buildPath: string;
  publicUrl: string;
  organisationName: string;
  contactEmail: string;
  timeZone: string;
  /** Where the quick way out leads. */
  leaveTo: string;
  /** Where donors pay. */
  paymentHosts: readonly string[];
  graphql: AskInProcess;
}

/** Forms on the site are a few short fields; anything larger is not ours. */
const largestForm = 32 * 1024;

/**
 * Answers every path no other route has with the server-rendered site. React Router reads the form bodies itself, so
 * Fastify's parsers are taken away inside this plugin only.
 */
export async function registerSite(fastify: FastifyInstance, options: SiteOptions): Promise<void> {
  const build = await loadBuild(join(options.buildPath, 'server', 'index.cjs'));
  const visits = new AsyncLocalStorage<FastifyRequest>();
  const publicUrl = new URL(options.publicUrl);
  const listener = createRequestListener({
    // Behind a TLS proxy the request looks like plain http, and React Router would take its own forms for forged ones.
    build: { ...build, allowedActionOrigins: [publicUrl.host] },
    // The other mode shows stack traces to visitors.
    mode: 'production',
    getLoadContext: () => loadContext(visits.getStore(), options),
  });
  const assets = sirv(join(options.buildPath, 'client'), {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      const hashed = path.startsWith('/assets/');
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });

  await fastify.register(async (site) => {
    site.removeAllContentTypeParsers();
    site.addContentTypeParser('*', (_request, _stream, done) => done(null));
    site.all('/*', (request, reply) => {
      if (Number(request.headers['content-length'] ?? 0) > largestForm) {
        return reply.status(413).send({ statusCode: 413, message: 'That is more than a form holds.' });
      }
      reply.hijack();
      const { raw } = reply;
      raw.setHeader('x-request-id', request.id);
      setSecurityHeaders(raw, sitePolicy(placeOf(request, options)), publicUrl.protocol === 'https:');
      if (isQuiet(request.raw.url ?? '')) raw.setHeader('referrer-policy', 'no-referrer');
      stopLongBodies(request);
      keepEveryCookie(raw);
      assets(request.raw, raw, () => {
        // Personal links, typed names: nothing of a page is kept, and Back after leaving finds nothing.
        raw.setHeader('cache-control', 'no-store');
        visits.run(request, () => void listener(request.raw, raw));
      });
      return reply;
    });
  });
}

/** Read by `import` and by `require` alike (the tests run as CommonJS), which differ in where they put the exports. */
async function loadBuild(file: string): Promise<ServerBuild> {
  const loaded = (await import(file)) as ServerBuild & { default?: ServerBuild };
  return loaded.default?.routes ? loaded.default : loaded;
}

/** A body sent in chunks has no length to look at first, so it is counted while it arrives. */
function stopLongBodies(request: FastifyRequest): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  let bytes = 0;
  request.raw.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > largestForm) request.raw.destroy();
  });
}

/**
 * React Router's listener gives `writeHead` a flat list, and Node, where headers were set before, keeps only the last
 * of several Set-Cookie in it. So they are set one by one here.
 */
function keepEveryCookie(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (status: number) => ServerResponse;
  response.writeHead = ((status: number, headers: unknown) => {
    const list = Array.isArray(headers) ? (headers as string[]) : [];
    for (let at = 0; at + 1 < list.length; at += 2) {
      const [name = '', value = ''] = list.slice(at, at + 2);
      if (name === 'set-cookie') response.appendHeader(name, value);
      else response.setHeader(name, value);
    }
    if (headers && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders)) {
        if (value !== undefined) response.setHeader(name, value);
      }
    }
    return writeHead(status);
  }) as typeof response.writeHead;
}

/** What the site's loaders and actions know of the server: one way to ask the API, and the names on the door. */
function loadContext(request: FastifyRequest | undefined, options: SiteOptions) {
  if (!request) throw new Error('A page was rendered outside a request.');
  const visitor: Visitor = {
    address: request.ip,
    ...(request.headers.cookie !== undefined && { cookie: request.headers.cookie }),
    ...(request.headers['user-agent'] !== undefined && { userAgent: request.headers['user-agent'] }),
  };
  return {
    graphql: async (query: string, variables?: Record<string, unknown>): Promise<Answer> => {
      const { data, errors } = await options.graphql(query, variables, visitor);
      return { data, errors };
    },
    changeSession: (query: string, variables: Record<string, unknown>) =>
      changeSession(request.method, () => options.graphql(query, variables, visitor)),
    publicUrl: options.publicUrl,
    organisationName: options.organisationName,
    contactEmail: options.contactEmail,
    timeZone: options.timeZone,
    leaveTo: options.leaveTo,
    requestId: String(request.id),
    quiet: isQuiet(request.raw.url ?? ''),
    policy: (needs: PageNeeds) => sitePolicy(placeOf(request, options), needs),
    report: (error: unknown) => request.log.error({ err: error, requestId: request.id }, 'a page could not be made'),
  };
}

function placeOf(request: FastifyRequest, { publicUrl, paymentHosts }: SiteOptions) {
  return { hosts: hostsOf(new URL(publicUrl), request.headers.host), paymentHosts };
}
