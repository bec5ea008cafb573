import type { FastifyRequest } from 'fastify';
import { isAnonymousCookie } from '../http/request-id-context.js';
import type { PageCache } from './page-cache.js';
import { isQuietPage } from '../http/quiet-pages.js';
import type { Site } from './site-build.js';

/** Longer URLs aren't from our own lists and aren't cached. */
const longestUrl = 512;
const maxLanguages = 200;

export class SharedVisits {
  private readonly languages = new Map<string, string>();

  constructor(
    private readonly site: Site,
    private readonly cache: PageCache,
    private readonly publicUrl: string,
    private readonly offeredLanguages: () => readonly string[],
  ) {}

  /**
   * Returns null if the page is private. Only anonymous visits share pages, and only of routes with `handle.cached`. The
   * URL is used as written, so two spellings are cached separately.
   */
  keyOf(request: FastifyRequest): string | null {
    const { method, headers, url = '' } = request.raw;
    if (!this.cache.isEnabled || (method !== 'GET' && method !== 'HEAD') || url.length > longestUrl) return null;
    const { cookie } = headers;
    if (headers.authorization !== undefined || !isAnonymousCookie(cookie)) return null;
    const [path = '', query] = url.split('?', 2);
    // A page requested in a language sets the language cookie.
    if (query !== undefined && /(?:^|&)lang=/i.test(query)) return null;
    if (isQuietPage(url) || !this.site.canCache(path)) return null;
    return `${this.languageFor(cookie ?? null, headers['accept-language'] ?? null)} ${url}`;
  }

  private languageFor(cookie: string | null, accepted: string | null): string {
    const offered = this.offeredLanguages();
    const key = `${cookie}\n${accepted}\n${offered.join(' ')}`;
    let language = this.languages.get(key);
    if (language === undefined) {
      const get = (name: string) => (name === 'cookie' ? cookie : accepted);
      language = this.site.languageOf({ url: this.publicUrl, headers: { get } }, offered);
      if (this.languages.size >= maxLanguages) this.languages.clear();
      this.languages.set(key, language);
    }
    return language;
  }
}
