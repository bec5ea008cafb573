import { createElement } from 'react';
import {
  createStaticHandler,
  matchRoutes,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type RouteObject,
  type ServerBuild,
  type StaticHandler,
} from 'react-router';

/** What a route module may say of itself besides what React Router reads: `export const handle: Handle = { … }`. */
export interface Handle {
  /**
   * This page is the same for everybody without a session and may be handed to several of them within a second: it shows
   * nothing of its visitor, sets no cookie, and names no request.
   */
  cached?: boolean;
}

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
  const shared = {
    id,
    path,
    handle: module.handle as Handle | undefined,
    ...componentsOf(module),
    ...(loader && { loader: (args: LoaderFunctionArgs) => loader(args as never) }),
    ...(action && { action: (args: ActionFunctionArgs) => action(args as never) }),
  };
  return index ? { ...shared, index: true } : { ...shared, ...(children.length > 0 && { children }) };
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
  isCached: boolean;
  /** React Router for this route and the ones around it: matching it among sixty others would cost more than the page. */
  handler: StaticHandler;
}

const remembered = 1_000;

/** Finds the route of a path, with React Router's own rules. What was found is remembered for a while. */
export class RouteFinder {
  private readonly byPath = new Map<string, KnownRoute>();
  private readonly byId = new Map<string, KnownRoute>();

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
    const id = matchRoutes(
      routeTree(this.modules, ({ path: own }) => mayBegin(own, first)),
      path,
    )?.at(-1)?.route.id;
    const known = this.byId.get(id ?? '');
    if (known) return known;
    const module = this.modules[id ?? '']?.module;
    const route = {
      isPage: module?.default !== undefined,
      isCached: (module?.handle as Handle | undefined)?.cached === true,
      handler: createStaticHandler(routeTree(this.modules, (route) => route.id === id || route.parentId === undefined)),
    };
    this.byId.set(id ?? '', route);
    return route;
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
