import {
  createStaticRouter,
  isRouteErrorResponse,
  StaticRouterProvider,
  type AppLoadContext,
  type StaticHandler,
  type StaticHandlerContext,
} from 'react-router';
import { isAway } from '@upstander/api-client';
import { catalogueOf, type HelpLine, type Locale } from '@upstander/web-kit';
import { KnownHelpLines } from '../help/known-help-lines';
import { mayBeKnown, type PageAsked } from './cookies';
import { KeptDrawings, timed } from './kept-drawings';
import { localeCookie, localeOf } from './locale';
import { pageFacts } from './page-context';
import { drawnPage, type Drawing } from './remembered';
import { RouteFinder, type KnownRoute, type RouteModules } from './site-routes';

/** An answer of the site before it is sent. */
export interface SiteAnswer {
  status: number;
  /** Each cookie on a line of its own. */
  headers: ReadonlyArray<readonly [string, string]>;
  /** As it is sent, in UTF-8. */
  body: Buffer | null;
  /** It may be handed to others who ask for the same. */
  cached: boolean;
}

/** What a visit brings besides its request. */
interface Visit {
  context: AppLoadContext;
  helpLines: readonly HelpLine[];
  /** What the form held that could not be dealt with. */
  sent?: ReadonlyArray<readonly [string, string]>;
}

/** What to do with a drawing that went well, and until when it is true. */
type Keep = (drawing: Drawing, until: number) => void;

const headersOfEach = { en: headersIn('en'), es: headersIn('es') };

function headersIn(locale: Locale) {
  return [
    ['content-type', 'text/html; charset=utf-8'],
    ['content-language', locale],
    ['vary', 'accept-encoding, accept-language, cookie'],
  ] as const;
}

/** Answers requests with the routes of the site. */
export class SiteServer {
  private readonly routes: RouteFinder;
  private readonly drawings = new KeptDrawings();
  private readonly help = new KnownHelpLines();

  constructor(private readonly modules: RouteModules) {
    this.routes = new RouteFinder(modules);
  }

  /** Whether the page at this path may be cached for others who ask for it, should it turn out well. */
  mayCache(path: string): boolean {
    return this.routes.find(path).isCached;
  }

  /** The pattern of the route of this path, such as `/events/:slug`. */
  patternOf(path: string): string {
    return this.routes.find(path).pattern;
  }

  /** The language in which a request is answered. */
  readonly localeOf = localeOf;

  /** @throws what a route that is no page could not do; a page that fails is answered by one that says so. */
  async answer(asked: PageAsked, context: AppLoadContext): Promise<SiteAnswer> {
    const { pathname } = new URL(asked.url);
    const route = this.routes.find(pathname);
    if (!route.isPage) return plain(await plainAnswer(route.handler, asked.whole(), context).catch(sayAway(asked)));
    const helpLines = await this.help.lines(context);
    // What somebody looks for, and what is of one person, is kept nowhere.
    const isPublic = asked.method !== 'POST' && !asked.url.includes('?') && !mayBeKnown(asked);
    if (!route.isDrawnOnce || !isPublic) return this.drawn(route, asked, { context, helpLines });
    const locale = localeOf(asked);
    const address = `${locale} ${pathname}`;
    const said = await route.hear(context, asked).catch(() => null);
    // A redirect, or what is not there, is for React Router, which hears the same answer.
    const data = isPlain(said) ? `${JSON.stringify(said)}\n${this.help.version}` : null;
    if (data === null) return this.drawn(route, asked, { context, helpLines });
    const now = Date.now();
    const kept = this.drawings.find(address, data, now);
    if (kept) return { status: 200, headers: headersOfEach[locale], body: kept.asSent(), cached: route.isCached };
    return this.drawn(route, asked, { context, helpLines }, (drawing, until) =>
      this.drawings.keep(address, { data, drawing, until }, now),
    );
  }

  private async drawn(route: KnownRoute, asked: PageAsked, visit: Visit, keep?: Keep): Promise<SiteAnswer> {
    const { context } = visit;
    const request = asked.whole();
    const result = await route.handler.query(request, { requestContext: context });
    if (result instanceof Response) return plain(result);
    if (Object.values(result.errors ?? {}).some(isAway)) return this.away(route, asked, visit, result);
    for (const error of Object.values(result.errors ?? {})) {
      // What is not there is no fault.
      if (!isRouteErrorResponse(error)) this.report(error, request, context);
    }
    const isWell = result.statusCode === 200 && !result.errors;
    return {
      ...this.page(route, request, result, visit, isWell ? keep : undefined),
      cached: route.isCached && isWell,
    };
  }

  /** The database is away; the API has written it down. What somebody sent comes back with the page. */
  private async away(
    route: KnownRoute,
    asked: PageAsked,
    { context, helpLines }: Visit,
    result: StaticHandlerContext,
  ): Promise<SiteAnswer> {
    const request = asked.whole();
    const sent = asked.method === 'POST' ? [...new URLSearchParams(await request.text())] : [];
    const page = this.page(route, request, { ...result, statusCode: 503 }, { context, helpLines, sent });
    // A form that is sent again may lead on to where somebody pays.
    const policy = ['content-security-policy', context.policy({ pays: true })] as const;
    return { ...page, headers: sent.length > 0 ? [...page.headers, policy] : page.headers, cached: false };
  }

  private page(
    { sheet }: KnownRoute,
    request: Request,
    result: StaticHandlerContext,
    { context, helpLines, sent = [] }: Visit,
    keep?: Keep,
  ): Omit<SiteAnswer, 'cached'> {
    const headers = this.headersOf(result);
    if (hasPuzzle(result)) headers.set('content-security-policy', context.policy({ proves: true }));
    const locale = localeOf(request);
    for (const [name, value] of headersOfEach[locale]) headers.append(name, value);
    const cookie = localeCookie(request);
    if (cookie) headers.append('set-cookie', cookie);
    const { facts, until } = timed({ ...pageFacts(request, locale, context, { site: this, helpLines, sent }), sheet });
    const markup = (shown: StaticHandlerContext) => {
      // Only the routes of this page: a router made of all of them is made anew for every page.
      const router = createStaticRouter(branchOf(shown), shown);
      return drawnPage(facts, <StaticRouterProvider router={router} context={shown} hydrate={false} />);
    };
    try {
      const drawing = markup(result);
      keep?.(drawing, until());
      return { status: result.statusCode, headers: [...headers], body: drawing.asSent() };
    } catch (error) {
      this.report(error, request, context);
      const [root] = result.matches;
      const broken = { ...result, statusCode: 500, errors: { [root?.route.id ?? 'root']: error } };
      return { status: 500, headers: [...headers], body: markup(broken).asSent() };
    }
  }

  /** What the page's own route says beside the page, and the cookies it sets in any case. */
  private headersOf({ matches, errors, loaderHeaders, actionHeaders }: StaticHandlerContext): Headers {
    const id = matches.at(-1)?.route.id ?? '';
    const of = { loaderHeaders: loaderHeaders[id] ?? new Headers(), actionHeaders: actionHeaders[id] ?? new Headers() };
    const own = errors ? undefined : this.modules[id]?.module.headers;
    const said =
      typeof own === 'function' ? own({ ...of, parentHeaders: new Headers(), errorHeaders: undefined }) : own;
    const headers = new Headers(said);
    const cookies = new Set(headers.getSetCookie());
    for (const cookie of [of.actionHeaders, of.loaderHeaders].flatMap((some) => some.getSetCookie())) {
      if (!cookies.has(cookie)) headers.append('set-cookie', cookie);
    }
    return headers;
  }

  /** Faults go to the log with the id the visitor sees; a visitor who left is no fault. */
  private report(error: unknown, request: Request, context: AppLoadContext): void {
    if (!request.signal.aborted) context.report(error);
  }
}

/** True if the action answered with a puzzle, which a script of the page has to solve. */
function hasPuzzle({ actionData }: StaticHandlerContext): boolean {
  return Object.values(actionData ?? {}).some(
    (answer: unknown) => isPlain(answer) && Boolean((answer as { puzzle?: unknown }).puzzle),
  );
}

/** Data as a loader says them, and no answer in another shape. */
function isPlain(said: unknown): boolean {
  return typeof said === 'object' && said !== null && Object.getPrototypeOf(said) === Object.prototype;
}

/** The routes from the root to this page, without their neighbours. */
function branchOf({ matches }: StaticHandlerContext) {
  return matches.reduceRight<StaticHandlerContext['matches'][number]['route'][]>(
    (children, { route }) => [{ ...route, ...(children.length > 0 && { children }) } as typeof route],
    [],
  );
}

async function plain(response: Response): Promise<SiteAnswer> {
  const body = response.body === null ? null : Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: [...response.headers], body, cached: false };
}

/** What is no page, such as a picture or a feed, says the same in one line. */
function sayAway(asked: PageAsked) {
  return (error: unknown): Response => {
    if (!isAway(error)) throw error;
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return new Response(catalogueOf(localeOf(asked)).site.away.plain, { status: 503, headers });
  };
}

async function plainAnswer(handler: StaticHandler, request: Request, context: AppLoadContext): Promise<Response> {
  try {
    return (await handler.queryRoute(request, { requestContext: context })) as Response;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    if (isRouteErrorResponse(thrown)) return new Response(null, { status: thrown.status });
    throw thrown;
  }
}
