import {
  createStaticRouter,
  isRouteErrorResponse,
  StaticRouterProvider,
  type AppLoadContext,
  type StaticHandler,
  type StaticHandlerContext,
} from 'react-router';
import { localeCookie, localeOf } from './locale';
import { pageFacts } from './page-context';
import { drawnPage } from './remembered';
import { RouteFinder, type RouteModules } from './site-routes';

/** An answer of the site before it is sent. */
export interface SiteAnswer {
  status: number;
  headers: Headers;
  /** As it is sent, in UTF-8. */
  body: Buffer | null;
  /** It may be handed to others who ask for the same. */
  cached: boolean;
}

/** Answers requests with the routes of the site. */
export class SiteServer {
  private readonly routes: RouteFinder;

  constructor(private readonly modules: RouteModules) {
    this.routes = new RouteFinder(modules);
  }

  /** Whether the page at this path may be cached for others who ask for it, should it turn out well. */
  mayCache(path: string): boolean {
    return this.routes.find(path).isCached;
  }

  /** The language in which a request is answered. */
  readonly localeOf = localeOf;

  /** @throws what a route that is no page could not do; a page that fails is answered by one that says so. */
  async answer(request: Request, context: AppLoadContext): Promise<SiteAnswer> {
    const { isPage, isCached, handler } = this.routes.find(new URL(request.url).pathname);
    if (!isPage) return plain(await plainAnswer(handler, request, context));
    const result = await handler.query(request, { requestContext: context });
    if (result instanceof Response) return plain(result);
    for (const error of Object.values(result.errors ?? {})) {
      // What is not there is no fault.
      if (!isRouteErrorResponse(error)) this.report(error, request, context);
    }
    return { ...this.page(request, result, context), cached: isCached && result.statusCode === 200 && !result.errors };
  }

  private page(request: Request, result: StaticHandlerContext, context: AppLoadContext): Omit<SiteAnswer, 'cached'> {
    const headers = this.headersOf(result);
    const locale = localeOf(request);
    headers.set('content-type', 'text/html; charset=utf-8');
    headers.set('content-language', locale);
    headers.append('vary', 'accept-encoding, accept-language, cookie');
    const cookie = localeCookie(request);
    if (cookie) headers.append('set-cookie', cookie);
    const facts = pageFacts(request, locale, context, this);
    const markup = (shown: StaticHandlerContext) => {
      // Only the routes of this page: a router made of all of them is made anew for every page.
      const router = createStaticRouter(branchOf(shown), shown);
      return drawnPage(facts, <StaticRouterProvider router={router} context={shown} hydrate={false} />);
    };
    try {
      return { status: result.statusCode, headers, body: markup(result) };
    } catch (error) {
      this.report(error, request, context);
      const [root] = result.matches;
      const broken = { ...result, statusCode: 500, errors: { [root?.route.id ?? 'root']: error } };
      return { status: 500, headers, body: markup(broken) };
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

/** The routes from the root to this page, without their neighbours. */
function branchOf({ matches }: StaticHandlerContext) {
  return matches.reduceRight<StaticHandlerContext['matches'][number]['route'][]>(
    (children, { route }) => [{ ...route, ...(children.length > 0 && { children }) } as typeof route],
    [],
  );
}

async function plain(response: Response): Promise<SiteAnswer> {
  const body = response.body === null ? null : Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, body, cached: false };
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
