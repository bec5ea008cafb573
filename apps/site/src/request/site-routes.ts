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
import type { PageAsked } from './cookies';

/** What a route module may say of itself besides what React Router reads: `export const handle: Handle = { … }`. */
export interface Handle {
  /**
   * This page is the same for everybody without a session and may be handed to several of them within a second: it shows
   * nothing of its visitor, sets no cookie, and names no request.
   */
  cached?: boolean;
  /**
   * What it draws is public and follows from its data and its address alone, so that it may be kept: request/kept-drawings.ts.
   * A page that may be cached is one of those.
   */
  drawnOnce?: boolean;
  /** The stylesheet that has all its classes; `index` has those of every page (styles/index.css). */
  sheet?: Sheet;
}

/** One stylesheet a page, so that it waits for one: styles/reading.css and its neighbours. */
export type Sheet = 'index' | 'reading' | 'campaign' | 'handout' | 'workshop';

export type RouteModules = ServerBuild['routes'];
type Entry = NonNullable<RouteModules[string]>;

/** The wanted routes as React Router's static handler takes them, made of what its build lists. */
export function routeTree(modules: RouteModules, wanted: (route: Entry) => boolean, parentId?: string): RouteObject[] {
  return Object.values(modules)
    .filter((entry): entry is Entry => entry !== undefined && entry.parentId === parentId && wanted(entry))
    .map((entry) => routeOf(entry, routeTree(modules, wanted, entry.id)));
}

function routeOf({ id, path, index, module }: Entry, children: RouteObject[]): RouteObject {
  const { loader, action } = module;
  const load =
    loader && ((args: LoaderFunctionArgs) => alreadyHeard(args.context, id) ?? loader(withToken(args) as never));
  const shared = {
    id,
    path,
    handle: module.handle as Handle | undefined,
    ...componentsOf(module),
    ...(load && { loader: load }),
    ...(action && { action: (args: ActionFunctionArgs) => action(withToken(args) as never) }),
  };
  return index ? { ...shared, index: true } : { ...shared, ...(children.length > 0 && { children }) };
}

/**
 * Behind a personal link the address holds a name in the place of the token, which is in a cookie: a route with a `:token`
 * is told the token all the same. Where there is none any more the page says so (pages/error-pages.tsx).
 */
function withToken<Args extends LoaderFunctionArgs | ActionFunctionArgs>(args: Args): Args {
  const named = args.params['token'];
  if (named === undefined) return args;
  const token = args.context.linkToken(named);
  if (token === null) throw new Response(null, { status: 404 });
  return { ...args, params: { ...args.params, token } };
}

const heard = new WeakMap<object, { id: string; answer: Promise<unknown> }>();

/** What this visit's loader said when it was asked before React Router asks it: nothing is read twice. */
function alreadyHeard(context: object, id: string): Promise<unknown> | undefined {
  const known = heard.get(context);
  return known?.id === id ? known.answer : undefined;
}

/** The root's Layout is around its page and around what is shown when that broke. */
function componentsOf(module: Entry['module']) {
  const Layout = 'Layout' in module ? (module.Layout as React.ComponentType<{ children: React.ReactNode }>) : null;
  const within = (Inner: React.ComponentType) =>
    Layout ? () => createElement(Layout, null, createElement(Inner)) : Inner;
  const Page = module.default as React.ComponentType | undefined;
  const Broken = module.ErrorBoundary as React.ComponentType | undefined;
  return { ...(Page && { Component: within(Page) }), ...(Broken && { ErrorBoundary: within(Broken) }) };
}

/** A route as a visitor meets it: a page, or something plain such as robots.txt. */
export interface KnownRoute {
  isPage: boolean;
  /** Its path and those around it, with the names of its parts in the place of what they are. */
  pattern: string;
  isCached: boolean;
  isDrawnOnce: boolean;
  sheet: Sheet;
  /** What its loader says to this visit; React Router gets the same answer if it is asked after that. */
  hear(context: AppLoadContext, request: PageAsked): Promise<unknown>;
  /** React Router for this route and the ones around it: matching it among sixty others would cost more than the page. */
  handler: StaticHandler;
}

const remembered = 1_000;

/** Finds the route of a path, with React Router's own rules. What was found is remembered for a while. */
export class RouteFinder {
  private readonly byPath = new Map<string, KnownRoute>();
  private readonly byId = new Map<string, Omit<KnownRoute, 'hear'>>();

  constructor(private readonly modules: RouteModules) {}

  /** Every path has one: what is no page of ours is the page that says so. */
  find(path: string): KnownRoute {
    let found = this.byPath.get(path);
    if (found) return found;
    found = this.look(path);
    if (this.byPath.size >= remembered) this.byPath.clear();
    this.byPath.set(path, found);
    return found;
  }

  private look(path: string): KnownRoute {
    const first = firstPart(path);
    const match = matchRoutes(
      routeTree(this.modules, ({ path: own }) => mayBegin(own, first)),
      path,
    )?.at(-1);
    const { id = '' } = match?.route ?? {};
    let route = this.byId.get(id);
    if (!route) this.byId.set(id, (route = this.known(id)));
    const loader = this.modules[id]?.module.loader;
    const params = match?.params ?? {};
    return {
      ...route,
      hear(context, request) {
        const answer = (async () => loader?.({ context, params, request } as never) as unknown)();
        heard.set(context, { id, answer });
        return answer;
      },
    };
  }

  private patternOf(id: string): string {
    const entry = this.modules[id];
    if (!entry) return '*';
    const around = entry.parentId === undefined ? '' : this.patternOf(entry.parentId);
    return entry.path ? `${around === '/' ? '' : around}/${entry.path}` : around || '/';
  }

  private known(id: string): Omit<KnownRoute, 'hear'> {
    const module = this.modules[id]?.module;
    const { cached = false, drawnOnce = cached, sheet = 'index' } = (module?.handle ?? {}) as Handle;
    return {
      isPage: module?.default !== undefined,
      pattern: this.patternOf(id),
      isCached: cached,
      isDrawnOnce: drawnOnce && module?.loader !== undefined,
      sheet,
      handler: createStaticHandler(routeTree(this.modules, (route) => route.id === id || route.parentId === undefined)),
    };
  }
}

function mayBegin(path: string | undefined, first: string): boolean {
  return !path || /^[:*]/.test(path) || firstPart(path) === first;
}

function firstPart(path: string): string {
  const part = /^\/?([^/]*)/.exec(path)?.[1] ?? '';
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return part;
  }
}
