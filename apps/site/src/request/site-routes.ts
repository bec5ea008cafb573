import { createElement } from 'react';
import {
  createStaticHandler,
  matchRoutes,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type RouteObject,
  type ServerBuild,
  type StaticHandler,
} from 'react-router';
import type { PageRequest } from './cookies';

/** Settings of a route module besides those of React Router: `export const handle: Handle = { … }`. */
export interface Handle {
  /**
   * True if the page is identical for all visitors without a session, so that one response can serve several within a
   * second. It must not depend on the visitor, set cookies or show the request ID.
   */
  cached?: boolean;
  /**
   * True if the rendering is public and depends only on data and address, so that it can be reused
   * (request/rendered-page-cache.ts). Implied by `cached`.
   */
  reusable?: boolean;
  /** Stylesheet with all classes of the page; defaults to `index`, which lacks only landing pages and the home page. */
  sheet?: Stylesheet;
}

/** Each page loads only one stylesheet: styles/reading.css and its siblings. */
export type Stylesheet = 'index' | 'front' | 'reading' | 'campaign' | 'give' | 'handout' | 'workshop';

export type RouteModules = ServerBuild['routes'];
type Entry = NonNullable<RouteModules[string]>;

export function routeTree(modules: RouteModules, include: (route: Entry) => boolean, parentId?: string): RouteObject[] {
  return Object.values(modules)
    .filter((entry): entry is Entry => entry !== undefined && entry.parentId === parentId && include(entry))
    .map((entry) => routeOf(entry, routeTree(modules, include, entry.id)));
}

function routeOf({ id, path, index, module }: Entry, children: RouteObject[]): RouteObject {
  const { loader, action } = module;
  const load =
    loader && ((args: LoaderFunctionArgs) => findLoaderResult(args.context, id) ?? loader(withToken(args) as never));
  const routeObject = {
    id,
    path,
    handle: module.handle as Handle | undefined,
    ...componentsOf(module),
    ...(load && { loader: load }),
    ...(action && { action: (args: ActionFunctionArgs) => action(withToken(args) as never) }),
  };
  return index ? { ...routeObject, index: true } : { ...routeObject, ...(children.length > 0 && { children }) };
}

/**
 * Replaces the `:token` param by its token: the address of a personal link contains a name, and a cookie the token.
 * Without the cookie, pages/error-pages.tsx explains it.
 */
function withToken<Args extends LoaderFunctionArgs | ActionFunctionArgs>(args: Args): Args {
  const linkName = args.params['token'];
  if (linkName === undefined) return args;
  const token = args.context.linkToken(linkName);
  if (token === null) throw new Response(null, { status: 404 });
  return { ...args, params: { ...args.params, token } };
}

const loaderResults = new WeakMap<object, { id: string; answer: Promise<unknown> }>();

/** Lets React Router reuse the result of a loader that was called before it. */
function findLoaderResult(context: object, id: string): Promise<unknown> | undefined {
  const result = loaderResults.get(context);
  return result?.id === id ? result.answer : undefined;
}

function componentsOf(module: Entry['module']) {
  const Layout = 'Layout' in module ? (module.Layout as React.ComponentType<{ children: React.ReactNode }>) : null;
  const withLayout = (Content: React.ComponentType) =>
    Layout ? () => createElement(Layout, null, createElement(Content)) : Content;
  const Page = module.default as React.ComponentType | undefined;
  const ErrorPage = module.ErrorBoundary as React.ComponentType | undefined;
  return { ...(Page && { Component: withLayout(Page) }), ...(ErrorPage && { ErrorBoundary: withLayout(ErrorPage) }) };
}

export interface KnownRoute {
  isPage: boolean;
  /** Path pattern including parent routes, with parameter names. */
  pattern: string;
  isCached: boolean;
  isDrawnOnce: boolean;
  sheet: Stylesheet;
  /** Calls the loader for this request. React Router reuses its result. */
  callLoader(context: AppLoadContext, request: PageRequest): Promise<unknown>;
  /** Static handler for this route and its parents. Matching among all sixty routes would cost more than the page. */
  handler: StaticHandler;
}

const maxCachedPaths = 1_000;

/** Uses React Router's rules and caches the result. */
export class RouteFinder {
  private readonly routesByPath = new Map<string, KnownRoute>();
  private readonly routesById = new Map<string, Omit<KnownRoute, 'callLoader'>>();

  constructor(private readonly modules: RouteModules) {}

  /** Unknown paths have the 404 page. */
  find(path: string): KnownRoute {
    let route = this.routesByPath.get(path);
    if (route) return route;
    route = this.matchPath(path);
    if (this.routesByPath.size >= maxCachedPaths) this.routesByPath.clear();
    this.routesByPath.set(path, route);
    return route;
  }

  /** The 404 page. */
  get missing(): KnownRoute {
    return this.find('/*');
  }

  private matchPath(path: string): KnownRoute {
    const firstSegment = firstSegmentOf(path);
    const match = matchRoutes(
      routeTree(this.modules, ({ path: routePath }) => canStartWith(routePath, firstSegment)),
      path,
    )?.at(-1);
    const { id = '' } = match?.route ?? {};
    let route = this.routesById.get(id);
    if (!route) this.routesById.set(id, (route = this.createRoute(id)));
    const loader = this.modules[id]?.module.loader;
    const params = match?.params ?? {};
    return {
      ...route,
      callLoader(context, request) {
        const answer = (async () => loader?.({ context, params, request } as never) as unknown)();
        loaderResults.set(context, { id, answer });
        return answer;
      },
    };
  }

  private patternOf(id: string): string {
    const entry = this.modules[id];
    if (!entry) return '*';
    const parentPattern = entry.parentId === undefined ? '' : this.patternOf(entry.parentId);
    return entry.path ? `${parentPattern === '/' ? '' : parentPattern}/${entry.path}` : parentPattern || '/';
  }

  private createRoute(id: string): Omit<KnownRoute, 'callLoader'> {
    const module = this.modules[id]?.module;
    const { cached = false, reusable = cached, sheet = 'index' } = (module?.handle ?? {}) as Handle;
    return {
      isPage: module?.default !== undefined,
      pattern: this.patternOf(id),
      isCached: cached,
      isDrawnOnce: reusable && module?.loader !== undefined,
      sheet,
      handler: createStaticHandler(routeTree(this.modules, (route) => route.id === id || route.parentId === undefined)),
    };
  }
}

function canStartWith(path: string | undefined, firstSegment: string): boolean {
  return !path || /^[:*]/.test(path) || firstSegmentOf(path) === firstSegment;
}

function firstSegmentOf(path: string): string {
  const part = /^\/?([^/]*)/.exec(path)?.[1] ?? '';
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return part;
  }
}
