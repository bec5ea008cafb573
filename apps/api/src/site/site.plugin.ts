import type { Secrets } from '@upstander/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createRequestHandler, type ServerBuild } from 'react-router';
import sirv from 'sirv';
import { goneSignal, ledFromElsewhere, pageRequest, readForm, sendPage } from './page-requests.js';
import { isQuiet } from './quiet-pages.js';
import { hostsOf, setCharset, setSecurityHeaders, sitePolicy, type PageNeeds } from './security-headers.js';
import { changeSession } from './session-changes.js';

/** Who asks: what the API needs to apply its guards and limits to a page's queries. */
export interface Visitor {
  cookie?: string;
  address: string;
  userAgent?: string;
  /** Of the page: what goes wrong for it stands in the log under this one id. */
  requestId: string;
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
  /** Keeps what a browser keeps for us out of other eyes. */
  secrets: Pick<Secrets, 'seal' | 'unseal'>;
  /** Writes a fault to the log, under the id that the visitor is shown. */
  report: (error: unknown, requestId: string) => void;
}

/** Addresses of the framework's own client, which no page of ours runs: they would answer beside every rule for pages. */
const ofNoPage = /\.data(?:\?|$)|^\/__manifest(?:[/?]|$)/;

/** Answers every path no other route has with the server-rendered site. */
export async function registerSite(fastify: FastifyInstance, options: SiteOptions): Promise<void> {
  // The other mode shows stack traces to visitors.
  const render = createRequestHandler(await loadBuild(join(options.buildPath, 'server', 'index.cjs')), 'production');
  const publicUrl = new URL(options.publicUrl);
  const assets = sirv(join(options.buildPath, 'client'), {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      const hashed = path.startsWith('/assets/');
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
      setCharset(response, path);
    },
  });

  const answer = async (request: FastifyRequest, raw: ServerResponse, form: string | null): Promise<void> => {
    try {
      const signal = goneSignal(raw);
      const page = await render(pageRequest(request, form, { publicUrl, signal }), loadContext(request, options));
      await sendPage(raw, page, request.method);
    } catch (error) {
      options.report(error, request.id);
      if (!raw.headersSent) raw.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      raw.end(`Something went wrong on our side. The number of this error is ${request.id}.`);
    }
  };

  await fastify.register(async (site) => {
    // Forms are read here, by the site's own rules.
    site.removeAllContentTypeParsers();
    site.addContentTypeParser('*', (_request, _stream, done) => done(null));
    site.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      // Whoever goes away in the middle of a form is no fault of ours.
      const status = error.statusCode ?? (request.raw.complete ? 500 : 400);
      if (status >= 500) options.report(error, request.id);
      const message = status < 500 ? error.message : 'Something went wrong on our side.';
      return reply.status(status).send({ code: `HTTP_${status}`, message });
    });
    site.all('/*', async (request, reply) => {
      const url = request.raw.url ?? '/';
      if (ofNoPage.test(url)) return reply.status(404).send({ code: 'HTTP_404', message: 'There is nothing here.' });
      const form = await readForm(request);
      reply.hijack();
      const { raw } = reply;
      raw.setHeader('x-request-id', request.id);
      setSecurityHeaders(raw, sitePolicy(placeOf(request, options)), publicUrl.protocol === 'https:');
      if (isQuiet(url)) raw.setHeader('referrer-policy', 'no-referrer');
      const page = () => {
        // Personal links, typed names: nothing of a page is kept, and Back after leaving finds nothing.
        raw.setHeader('cache-control', 'no-store');
        void answer(request, raw, form);
      };
      if (request.method === 'GET' || request.method === 'HEAD') assets(request.raw, raw, page);
      else page();
      return reply;
    });
  });
}

/** Read by `import` and by `require` alike (the tests run as CommonJS), which differ in where they put the exports. */
async function loadBuild(file: string): Promise<ServerBuild> {
  const loaded = (await import(file)) as ServerBuild & { default?: ServerBuild };
  return loaded.default?.routes ? loaded.default : loaded;
}

/** What the site's loaders and actions know of the server: one way to ask the API, and the names on the door. */
function loadContext(request: FastifyRequest, options: SiteOptions) {
  const visitor: Visitor = {
    address: request.ip,
    requestId: request.id,
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
    requestId: request.id,
    quiet: isQuiet(request.raw.url ?? ''),
    ledFromElsewhere: ledFromElsewhere(request.raw.headers, new URL(options.publicUrl).host),
    policy: (needs: PageNeeds) => sitePolicy(placeOf(request, options), needs),
    seal: (purpose: string, text: string) => options.secrets.seal(`note/${purpose}`, text),
    unseal: (purpose: string, sealed: string) => unsealed(options.secrets, `note/${purpose}`, sealed),
    report: (error: unknown) => options.report(error, request.id),
  };
}

function unsealed(secrets: Pick<Secrets, 'unseal'>, purpose: string, sealed: string): string | null {
  try {
    return secrets.unseal(purpose, sealed);
  } catch {
    return null; // Another browser's, another secret's, or nothing at all.
  }
}

function placeOf(request: FastifyRequest, { publicUrl, paymentHosts }: SiteOptions) {
  return { hosts: hostsOf(new URL(publicUrl), request.headers.host), paymentHosts };
}
