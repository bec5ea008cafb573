import type { ShareImage } from '@upstander/files';
import type { SiteOrganization } from './site-organization.js';
import type { PageNeeds } from './security-headers.js';

/** Server context of the site's loaders and actions; `SiteContext` in apps/site. */
export interface LoadContext {
  graphql(query: string, variables?: Record<string, unknown>): Promise<{ data?: unknown; errors?: unknown[] }>;
  changeSession(
    query: string,
    variables: Record<string, unknown>,
  ): Promise<{ data?: unknown; errors?: unknown[]; cookies: string[] }>;
  publicUrl: string;
  hasAdminHost: boolean;
  organization: SiteOrganization;
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

/** A page request. The full Request is created on demand, because most pages don't need it. */
export interface SitePageRequest {
  method: string;
  url: string;
  headers: { get(name: string): string | null };
  whole(): Request;
}

export interface SiteAnswer {
  status: number;
  /** One entry per cookie. */
  headers: ReadonlyArray<readonly [string, string]>;
  /** UTF-8 bytes. */
  body: Buffer | null;
  cached: boolean;
}

/** The built site; `SiteServer` in apps/site. */
export interface Site {
  canCache(path: string): boolean;
  /** Returns for example `/events/:slug`. */
  patternOf(path: string): string;
  /** Returns the language of a page that isn't quiet. */
  languageOf(
    request: { url: string; headers: { get(name: string): string | null } },
    offered: readonly string[],
  ): string;
  answer(asked: SitePageRequest, context: LoadContext): Promise<SiteAnswer>;
}

interface SiteBuild {
  routes: object;
  entry: { module: { siteOf(routes: object): Site } };
}

/** The exports differ between `import` and `require`, which the tests (CommonJS) use. */
export async function loadSite(file: string): Promise<Site> {
  const loaded = (await import(file)) as SiteBuild & { default?: SiteBuild };
  const { entry, routes } = loaded.default?.routes ? loaded.default : loaded;
  return entry.module.siteOf(routes);
}
