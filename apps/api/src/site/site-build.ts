import type { ShareImage } from '@upstander/platform';
import type { PageNeeds } from './security-headers.js';

/** What the site's loaders and actions know of the server: apps/site names it `SiteContext`. */
export interface LoadContext {
  graphql(query: string, variables?: Record<string, unknown>): Promise<{ data?: unknown; errors?: unknown[] }>;
  changeSession(
    query: string,
    variables: Record<string, unknown>,
  ): Promise<{ data?: unknown; errors?: unknown[]; cookies: string[] }>;
  publicUrl: string;
  organisationName: string;
  contactEmail: string;
  timeZone: string;
  leaveTo: string;
  requestId: string;
  quiet: boolean;
  ledFromElsewhere: boolean;
  linkToken(named: string): string | null;
  openedSignup(): string | null;
  policy(needs: PageNeeds): string;
  seal(purpose: string, text: string): string;
  unseal(purpose: string, sealed: string): string | null;
  shareImage(image: ShareImage): Promise<Uint8Array>;
  report(error: unknown): void;
}

/** A request for a page. All of it is made when something needs it: most pages do not. */
export interface PageAsked {
  method: string;
  url: string;
  headers: { get(name: string): string | null };
  whole(): Request;
}

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

/** The built site: what apps/site calls `SiteServer`. */
export interface Site {
  /** Whether the page at this path may be cached for others who ask for it, should it turn out well. */
  mayCache(path: string): boolean;
  /** The pattern of the route of this path, such as `/events/:slug`. */
  patternOf(path: string): string;
  /** The language in which a request is answered. */
  localeOf(request: { url: string; headers: { get(name: string): string | null } }): string;
  answer(asked: PageAsked, context: LoadContext): Promise<SiteAnswer>;
}

interface SiteBuild {
  routes: object;
  entry: { module: { siteOf(routes: object): Site } };
}

/** Read by `import` and by `require` alike (the tests run as CommonJS), which differ in where they put the exports. */
export async function loadSite(file: string): Promise<Site> {
  const loaded = (await import(file)) as SiteBuild & { default?: SiteBuild };
  const { entry, routes } = loaded.default?.routes ? loaded.default : loaded;
  return entry.module.siteOf(routes);
}
