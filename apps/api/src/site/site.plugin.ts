import { type ShareImages } from '@upstander/files';
import { type Applications, retryAfterSeconds, type Secrets } from '@upstander/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { isNotModified, weakEtag } from '../http/conditional-requests.js';
import { keepPageRoute } from '../http/route-of.js';
import type { PersonalLinks } from '../http/personal-links.js';
import type { AskInProcess, Visitor } from './ask-in-process.js';
import { builtFiles } from './built-files.js';
import { isCacheable, CachedPage, type PageCache } from './page-cache.js';
import { encoded, encodingFor } from './page-bytes.js';
import { disconnectSignal, isCrossSiteNavigation, pageRequest, readForm } from './page-requests.js';
import type { OtherReleases } from './other-releases.js';
import { isQuietPage } from '../http/quiet-pages.js';
import { hostsOf, setSecurityHeaders, sitePolicy, type PageNeeds } from './security-headers.js';
import { changeSession } from './session-changes.js';
import { SharedVisits } from './shared-visits.js';
import type { SiteOrganization } from './site-organization.js';
import { loadSite, type LoadContext, type SiteAnswer } from './site-build.js';

export interface SiteOptions {
  buildPath: string;
  others: OtherReleases;
  publicUrl: string;
  applications: Applications;
  /** True if the admin has a host name of its own. */
  hasAdminHost: boolean;
  organization: () => SiteOrganization;
  timeZone: string;
  /** URL of the "Exit now" button. */
  leaveTo: string;
  paymentHosts: readonly string[];
  cache: PageCache;
  graphql: AskInProcess;
  links: PersonalLinks;
  secrets: Pick<Secrets, 'seal' | 'unseal'>;
  shareImages: ShareImages;
  /** Logs an error under the ID shown to the visitor. */
  report: (error: unknown, requestId: string) => void;
}

const maxPolicies = 50;

/** URLs of React Router's client, which our pages don't use. They would bypass the rules for pages. */
const clientPaths = /\.data(?:\?|$)|^\/__manifest(?:[/?]|$)/;

/** Serves the server-rendered site for every path without another route. */
export async function registerSite(fastify: FastifyInstance, options: SiteOptions): Promise<void> {
  const site = await loadSite(join(options.buildPath, 'server', 'index.cjs'));
  const shared = new SharedVisits(site, options.cache, options.publicUrl, () => options.organization().languages);
  const publicUrl = new URL(options.publicUrl);
  const policies = new Map<string, string>();
  const policy = (request: FastifyRequest): string => {
    const host = request.headers.host ?? '';
    let known = policies.get(host);
    if (known === undefined) {
      // Only our own hosts get here (http/request-gate.ts), but with any port.
      if (policies.size >= maxPolicies) policies.clear();
      policies.set(host, (known = policyOf(request, options)));
    }
    return known;
  };
  const tls = publicUrl.protocol === 'https:';
  const cacheControlOf = (path: string) =>
    `public, max-age=${path.startsWith('/assets/') ? '31536000, immutable' : '3600'}`;
  const assets = builtFiles(join(options.buildPath, 'client'), cacheControlOf, { etag: true });

  const make = (request: FastifyRequest, form: string | null, signal?: () => AbortSignal): Promise<SiteAnswer> =>
    site.answer(pageRequest(request, form, { origin: publicUrl.origin, signal }), loadContext(request, options));

  /** Fastify doesn't answer a hijacked reply, not even after an exception. */
  const sendError = (error: unknown, request: FastifyRequest, raw: ServerResponse): void => {
    options.report(error, request.id);
    if (!raw.headersSent) raw.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
    raw.end(`Something went wrong on our side. The number of this error is ${request.id}.`);
  };

  const sendAnswer = async (request: FastifyRequest, raw: ServerResponse, form: string | null): Promise<void> => {
    try {
      await sendPage(request, raw, await make(request, form, () => disconnectSignal(raw)));
    } catch (error) {
      sendError(error, request, raw);
    }
  };

  /** The answer is from the cache, or a private page rendered meanwhile. */
  const answerFromCache = async (request: FastifyRequest, raw: ServerResponse, key: string): Promise<boolean> => {
    let privateAnswer: SiteAnswer | undefined;
    const renderPage = async () => cachedPage((privateAnswer = await make(request, null)));
    const page = await options.cache.get(key, renderPage).catch(() => null);
    if (page) await sendCached(request, raw, page, options.cache.seconds);
    else if (privateAnswer) await sendPage(request, raw, privateAnswer);
    return page !== null || privateAnswer !== undefined;
  };

  await fastify.register(async (pages) => {
    // Forms are parsed by the site's own rules.
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', (_request, _stream, done) => done(null));
    pages.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      // A client that disconnects during a form isn't an error.
      const status = error.statusCode ?? (request.raw.complete ? 500 : 400);
      if (status >= 500) options.report(error, request.id);
      const message = status < 500 ? error.message : 'Something went wrong on our side.';
      return reply.status(status).send({ code: `HTTP_${status}`, message });
    });
    pages.all('/*', async (request, reply) => {
      const url = request.raw.url ?? '/';
      if (clientPaths.test(url) || options.applications.applicationFor(request.headers.host) === 'admin')
        return reply.status(404).send({ code: 'HTTP_404', message: 'There is nothing here.' });
      // Quiet pages aren't counted separately.
      keepPageRoute(request, isQuietPage(url) ? 'quiet' : site.patternOf(url.split('?', 1)[0] ?? '/'));
      const form = await readForm(request);
      const key = shared.keyOf(request);
      reply.hijack();
      const { raw } = reply;
      raw.setHeader('x-request-id', request.id);
      setSecurityHeaders(raw, policy(request), tls);
      if (isQuietPage(url)) raw.setHeader('referrer-policy', 'no-referrer');
      // Pages can contain personal data, so browsers must not store them, not even for the Back button.
      const page = () => {
        raw.setHeader('cache-control', 'no-store');
        const kept = options.links.renewed(request);
        if (kept !== null) raw.appendHeader('set-cookie', kept);
        void sendAnswer(request, raw, form);
      };
      if (key !== null) {
        raw.setHeader('cache-control', 'no-store');
        const isAnswered = await answerFromCache(request, raw, key).catch((error: unknown) => {
          sendError(error, request, raw);
          return true;
        });
        if (!isAnswered) page();
      } else if (request.method === 'GET' || request.method === 'HEAD')
        assets(request.raw, raw, () => options.others.serve(url, request.raw, raw, page));
      else page();
      return reply;
    });
  });
}

function cachedPage({ cached, body, headers }: SiteAnswer): CachedPage | null {
  if (!cached || body === null || headers.some(([name]) => name === 'set-cookie')) return null;
  return isCacheable(body) ? new CachedPage(body, headers) : null;
}

async function sendCached(
  request: FastifyRequest,
  raw: ServerResponse,
  page: CachedPage,
  seconds: number,
): Promise<void> {
  const encoding = encodingFor(request.headers['accept-encoding']);
  const bytes = await page.encodeAs(encoding);
  for (const [name, value] of page.headers) raw.setHeader(name, value);
  raw.setHeader('etag', page.etag);
  // For CDNs (RFC 9213). Browsers use `no-store`.
  raw.setHeader('cdn-cache-control', `max-age=${seconds}`);
  if (isNotModified(request.headers, page)) {
    raw.writeHead(304).end();
    return;
  }
  if (encoding !== 'identity') raw.setHeader('content-encoding', encoding);
  raw.writeHead(200, { 'content-length': bytes.length });
  raw.end(request.method === 'HEAD' ? undefined : bytes);
}

async function sendPage(request: FastifyRequest, raw: ServerResponse, page: SiteAnswer): Promise<void> {
  for (const [name, value] of page.headers) {
    if (name === 'set-cookie') raw.appendHeader(name, value);
    else raw.setHeader(name, value);
  }
  if (page.status === 503) raw.setHeader('retry-after', String(retryAfterSeconds));
  // Required by RFC 9110, 15.5.6; React Router omits it.
  if (page.status === 405) raw.setHeader('allow', 'GET, HEAD');
  const { body } = page;
  if (body === null) {
    raw.writeHead(page.status).end();
    return;
  }
  const isPublic = page.headers.some(([name, value]) => name === 'cache-control' && value.startsWith('public'));
  if (isPublic && page.status === 200) {
    const etag = weakEtag(body);
    raw.setHeader('etag', etag);
    if (isNotModified(request.headers, { etag })) {
      raw.removeHeader('content-type');
      raw.writeHead(304).end();
      return;
    }
  }
  const isHtml = page.headers.some(([name, value]) => name === 'content-type' && value.startsWith('text/html'));
  const encoding = isHtml ? encodingFor(request.headers['accept-encoding']) : 'identity';
  const bytes = await encoded(body, encoding);
  if (encoding !== 'identity') raw.setHeader('content-encoding', encoding);
  raw.writeHead(page.status, { 'content-length': bytes.length });
  raw.end(request.method === 'HEAD' ? undefined : bytes);
}

function loadContext(request: FastifyRequest, options: SiteOptions): LoadContext {
  const visitor: Visitor = {
    page: request,
    address: request.ip,
    requestId: request.id,
    ...(request.headers.cookie !== undefined && { cookie: request.headers.cookie }),
    ...(request.headers['user-agent'] !== undefined && { userAgent: request.headers['user-agent'] }),
  };
  return {
    graphql: async (query, variables) => {
      const { data, errors } = await options.graphql(query, variables, visitor);
      return { data, errors };
    },
    changeSession: (query, variables) =>
      changeSession(request.method, () => options.graphql(query, variables, visitor)),
    publicUrl: options.publicUrl,
    hasAdminHost: options.hasAdminHost,
    organization: options.organization(),
    timeZone: options.timeZone,
    leaveTo: options.leaveTo,
    requestId: request.id,
    quiet: isQuietPage(request.raw.url ?? ''),
    get ledFromElsewhere() {
      return isCrossSiteNavigation(request.raw.headers, new URL(options.publicUrl).host);
    },
    linkToken: (named) => options.links.tokenOf(request.headers.cookie, named),
    openedSignup: () => options.links.findOpenedSignup(request.headers.cookie),
    policy: (needs) => policyOf(request, options, needs),
    seal: (purpose, text) => options.secrets.seal(`note/${purpose}`, text),
    unseal: (purpose, sealed) => unsealCookie(options.secrets, `note/${purpose}`, sealed),
    shareImage: (image) => options.shareImages.draw(image),
    report: (error) => options.report(error, request.id),
  };
}

function unsealCookie(secrets: Pick<Secrets, 'unseal'>, purpose: string, sealed: string): string | null {
  try {
    return secrets.unseal(purpose, sealed);
  } catch {
    return null; // Sealed for another browser, with another secret, or not by us.
  }
}

function policyOf(request: FastifyRequest, { publicUrl, paymentHosts }: SiteOptions, needs?: PageNeeds): string {
  return sitePolicy({ hosts: hostsOf(new URL(publicUrl), request.headers.host), paymentHosts }, needs);
}
