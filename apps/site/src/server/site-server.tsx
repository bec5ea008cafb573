import {
  createStaticRouter,
  isRouteErrorResponse,
  StaticRouterProvider,
  type AppLoadContext,
  type StaticHandler,
  type StaticHandlerContext,
} from 'react-router';
import { isDatabaseFailure } from '@upstander/api-client';
import { catalogOf, htmlLang, languages, type HelpLine, type Language } from '@upstander/web-kit';
import { HelpLineCache } from '../help-lines/help-line-cache';
import { hasIdentifyingCookie, type PageRequest } from '../request/cookies';
import { RenderedPageCache, trackTimes } from '../request/rendered-page-cache';
import {
  addressWithoutLanguage,
  chooseLanguage,
  languageCookie,
  languageOf,
  languagesAt,
  withPageLanguage,
} from '../request/locale';
import { withOutageNote } from '../pages/last-page';
import { pageFacts } from '../request/page-context';
import { renderPage, type RenderedPage } from '../request/cached-markup';
import { RouteFinder, type KnownRoute, type RouteModules } from '../request/site-routes';
import { isPageOn } from '../request/features';

export interface SiteAnswer {
  status: number;
  /** Cookies are separate entries. */
  headers: ReadonlyArray<readonly [string, string]>;
  /** Encoded in UTF-8. */
  body: Buffer | null;
  /** True if the response may be reused for identical requests. */
  cached: boolean;
}

interface Visit {
  context: AppLoadContext;
  helpLines: readonly HelpLine[];
  /** Fields of a form that could not be processed. */
  submittedFields?: ReadonlyArray<readonly [string, string]>;
}

type StoreRendering = (rendering: RenderedPage, validUntil: number) => void;

const headersOfEach = new Map(languages.map((language) => [language, headersIn(language)]));

function headersIn(language: Language) {
  return [
    ['content-type', 'text/html; charset=utf-8'],
    ['content-language', htmlLang(language)],
    ['vary', 'accept-encoding, accept-language, cookie'],
  ] as const;
}

function headersFor(language: Language) {
  return headersOfEach.get(language) ?? headersIn(language);
}

export class SiteServer {
  private readonly routes: RouteFinder;
  /** By the organization's facts, so that no page shows former settings. */
  private readonly renderings = new WeakMap<object, RenderedPageCache>();
  private readonly help = new HelpLineCache();

  constructor(private readonly modules: RouteModules) {
    this.routes = new RouteFinder(modules);
  }

  canCache(path: string): boolean {
    return this.routes.find(path).isCached;
  }

  /** For example `/events/:slug`. */
  patternOf(path: string): string {
    return this.routes.find(path).pattern;
  }

  /** Returns the language of a page that isn't about help. */
  languageOf(request: Pick<PageRequest, 'url' | 'headers'>, offered: readonly string[]): Language {
    return chooseLanguage(request, languagesAt('/', offered));
  }

  /**
   * Responds to a request. Errors of pages are rendered as error pages.
   * @throws errors of routes that are not pages.
   */
  async answer(asked: PageRequest, context: AppLoadContext): Promise<SiteAnswer> {
    const { pathname } = new URL(asked.url);
    const available = languagesAt(pathname, context.organization.languages);
    const elsewhere = addressWithoutLanguage(asked, available);
    if (elsewhere !== null) return { status: 302, headers: [['location', elsewhere]], body: null, cached: false };
    const pageRequest = withPageLanguage(asked, chooseLanguage(asked, available));
    const route = this.routeTo(pathname, context);
    if (!route.isPage)
      return toAnswer(
        await plainAnswer(route.handler, pageRequest.whole(), context).catch(respondUnavailable(pageRequest)),
      );
    const helpLines = await this.help.lines(context);
    // Searches and personal pages are never cached.
    const isPublic =
      pageRequest.method !== 'POST' && !pageRequest.url.includes('?') && !hasIdentifyingCookie(pageRequest);
    if (!route.isDrawnOnce || !isPublic) return this.render(route, pageRequest, { context, helpLines });
    const language = languageOf(pageRequest);
    const address = addressOf(pageRequest);
    const loaderData = await route.callLoader(context, pageRequest).catch(() => null);
    // Redirects and missing records are left to React Router, which reuses this result.
    const data = isPlainData(loaderData) ? `${JSON.stringify(loaderData)}\n${this.help.version}` : null;
    if (data === null) return this.render(route, pageRequest, { context, helpLines });
    const now = Date.now();
    const renderings = this.renderingsOf(context);
    const cached = renderings.find(address, data, now);
    if (cached) return { status: 200, headers: headersFor(language), body: cached.toBuffer(), cached: route.isCached };
    return this.render(route, pageRequest, { context, helpLines }, (rendering, validUntil) =>
      renderings.store(address, { data, rendering, validUntil }, now),
    );
  }

  private routeTo(pathname: string, { organization }: AppLoadContext): KnownRoute {
    const route = this.routes.find(pathname);
    return isPageOn(route.pattern, organization) ? route : this.routes.missing;
  }

  private renderingsOf({ organization }: AppLoadContext): RenderedPageCache {
    let renderings = this.renderings.get(organization);
    if (!renderings) this.renderings.set(organization, (renderings = new RenderedPageCache()));
    return renderings;
  }

  private async render(
    route: KnownRoute,
    pageRequest: PageRequest,
    pageData: Visit,
    storeRendering?: StoreRendering,
  ): Promise<SiteAnswer> {
    const { context } = pageData;
    const request = pageRequest.whole();
    const result = await route.handler.query(request, { requestContext: context });
    if (result instanceof Response) return toAnswer(result);
    if (Object.values(result.errors ?? {}).some(isDatabaseFailure))
      return (
        this.lastPage(route, pageRequest, pageData) ?? this.respondUnavailable(route, pageRequest, pageData, result)
      );
    for (const error of Object.values(result.errors ?? {})) {
      // A missing record is not a fault.
      if (!isRouteErrorResponse(error)) this.report(error, request, context);
    }
    const isSuccessful = result.statusCode === 200 && !result.errors;
    if (route.isDrawnOnce && !isSuccessful) this.renderingsOf(context).delete(addressOf(pageRequest));
    return {
      ...this.page(route, request, result, pageData, isSuccessful ? storeRendering : undefined),
      cached: route.isCached && isSuccessful,
    };
  }

  /**
   * While the database is unreachable, public pages of the last hours stay readable, also for people who are signed in:
   * the page is as everyone saw it. Quiet pages are never kept.
   */
  private lastPage(route: KnownRoute, pageRequest: PageRequest, { context, helpLines }: Visit): SiteAnswer | null {
    if (!route.isDrawnOnce || context.quiet || pageRequest.method === 'POST' || hasSearch(pageRequest)) return null;
    const last = this.renderingsOf(context).findLast(addressOf(pageRequest), Date.now());
    if (!last) return null;
    const language = languageOf(pageRequest);
    const facts = {
      ...pageFacts(pageRequest, language, context, { helpLines, submittedFields: [] }),
      sheet: route.sheet,
    };
    const body = withOutageNote(last.rendering, last.currentAt, facts);
    return { status: 200, headers: headersFor(language), body, cached: false };
  }

  /** Responds when the database is unreachable (the API has logged it). The page returns the submitted form. */
  private async respondUnavailable(
    route: KnownRoute,
    pageRequest: PageRequest,
    { context, helpLines }: Visit,
    result: StaticHandlerContext,
  ): Promise<SiteAnswer> {
    const request = pageRequest.whole();
    const submittedFields = pageRequest.method === 'POST' ? [...new URLSearchParams(await request.text())] : [];
    const page = this.page(route, request, { ...result, statusCode: 503 }, { context, helpLines, submittedFields });
    // A form that is sent again may lead to the payment page.
    const policy = ['content-security-policy', context.policy({ pays: true })] as const;
    return { ...page, headers: submittedFields.length > 0 ? [...page.headers, policy] : page.headers, cached: false };
  }

  private page(
    { sheet }: KnownRoute,
    request: Request,
    result: StaticHandlerContext,
    { context, helpLines, submittedFields = [] }: Visit,
    storeRendering?: StoreRendering,
  ): Omit<SiteAnswer, 'cached'> {
    const headers = this.headersOf(result);
    if (hasPuzzle(result)) headers.set('content-security-policy', context.policy({ proves: true }));
    const language = languageOf(request);
    for (const [name, value] of headersFor(language)) headers.append(name, value);
    const cookie = languageCookie(request);
    if (cookie) headers.append('set-cookie', cookie);
    const { facts, validUntil } = trackTimes({
      ...pageFacts(request, language, context, { helpLines, submittedFields }),
      sheet,
    });
    const renderMarkup = (handlerContext: StaticHandlerContext) => {
      // Uses only the routes of this page, because the router is created for every page.
      const router = createStaticRouter(branchOf(handlerContext), handlerContext);
      return renderPage(facts, <StaticRouterProvider router={router} context={handlerContext} hydrate={false} />);
    };
    try {
      const rendering = renderMarkup(result);
      storeRendering?.(rendering, validUntil());
      return { status: result.statusCode, headers: [...headers], body: rendering.toBuffer() };
    } catch (error) {
      this.report(error, request, context);
      const [root] = result.matches;
      const errorContext = { ...result, statusCode: 500, errors: { [root?.route.id ?? 'root']: error } };
      return { status: 500, headers: [...headers], body: renderMarkup(errorContext).toBuffer() };
    }
  }

  private headersOf({ matches, errors, loaderHeaders, actionHeaders }: StaticHandlerContext): Headers {
    const id = matches.at(-1)?.route.id ?? '';
    const routeHeaders = {
      loaderHeaders: loaderHeaders[id] ?? new Headers(),
      actionHeaders: actionHeaders[id] ?? new Headers(),
    };
    const moduleHeaders = errors ? undefined : this.modules[id]?.module.headers;
    const ownHeaders =
      typeof moduleHeaders === 'function'
        ? moduleHeaders({ ...routeHeaders, parentHeaders: new Headers(), errorHeaders: undefined })
        : moduleHeaders;
    const headers = new Headers(ownHeaders);
    const cookies = new Set(headers.getSetCookie());
    for (const cookie of [routeHeaders.actionHeaders, routeHeaders.loaderHeaders].flatMap((headers) =>
      headers.getSetCookie(),
    )) {
      if (!cookies.has(cookie)) headers.append('set-cookie', cookie);
    }
    return headers;
  }

  /** Logs a fault with the ID shown to the visitor. Aborted requests are ignored. */
  private report(error: unknown, request: Request, context: AppLoadContext): void {
    if (!request.signal.aborted) context.report(error);
  }
}

/** Identifies a public page without a search, in one language. */
function addressOf(request: PageRequest): string {
  return `${languageOf(request)} ${new URL(request.url).pathname}`;
}

function hasSearch({ url }: PageRequest): boolean {
  return [...new URL(url).searchParams.keys()].some((name) => name !== 'lang');
}

/** A script of the page has to solve the puzzle. */
function hasPuzzle({ actionData }: StaticHandlerContext): boolean {
  return Object.values(actionData ?? {}).some(
    (answer: unknown) => isPlainData(answer) && Boolean((answer as { puzzle?: unknown }).puzzle),
  );
}

function isPlainData(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function branchOf({ matches }: StaticHandlerContext) {
  return matches.reduceRight<StaticHandlerContext['matches'][number]['route'][]>(
    (children, { route }) => [{ ...route, ...(children.length > 0 && { children }) } as typeof route],
    [],
  );
}

async function toAnswer(response: Response): Promise<SiteAnswer> {
  const body = response.body === null ? null : Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: [...response.headers], body, cached: false };
}

/** Plain text for resources such as images and feeds. */
function respondUnavailable(pageRequest: PageRequest) {
  return (error: unknown): Response => {
    if (!isDatabaseFailure(error)) throw error;
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return new Response(catalogOf(languageOf(pageRequest)).site.away.plain, { status: 503, headers });
  };
}

async function plainAnswer(handler: StaticHandler, request: Request, context: AppLoadContext): Promise<Response> {
  try {
    return (await handler.queryRoute(request, { requestContext: context })) as Response;
  } catch (error) {
    if (error instanceof Response) return error;
    if (isRouteErrorResponse(error)) return new Response(null, { status: error.status });
    throw error;
  }
}
