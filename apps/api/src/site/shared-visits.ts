import type { FastifyRequest } from 'fastify';
import { mayBeAnybody } from '../http/asking.js';
import type { PageCache } from './page-cache.js';
import { isQuiet } from './quiet-pages.js';
import type { Site } from './site-build.js';

/** An address longer than any of our own lists makes is not worth caching. */
const longestUrl = 512;
const remembered = 200;

/** Tells which visits may share a page with others. Where nothing says that they may, they do not. */
export class SharedVisits {
  private readonly locales = new Map<string, string>();

  constructor(
    private readonly site: Site,
    private readonly cache: PageCache,
    private readonly publicUrl: string,
  ) {}

  /**
   * Under what a visit's page may be cached, or null: only what somebody reads who brings nothing but a language, on a page
   * whose route says so (`handle.cached`). The address counts as it was written, so two ways to write one make two pages,
   * which costs a little and mixes nothing up. The Host is no part of any page.
   */
  keyOf(request: FastifyRequest): string | null {
    const { method, headers, url = '' } = request.raw;
    if (!this.cache.isOn || (method !== 'GET' && method !== 'HEAD') || url.length > longestUrl) return null;
    const { cookie } = headers;
    if (headers.authorization !== undefined || !mayBeAnybody(cookie)) return null;
    const [path = '', query] = url.split('?', 2);
    // A page that is asked for in a language sets the cookie that remembers it.
    if (query !== undefined && /(?:^|&)lang=/i.test(query)) return null;
    if (isQuiet(url) || !this.site.mayCache(path)) return null;
    return `${this.localeFor(cookie ?? null, headers['accept-language'] ?? null)} ${url}`;
  }

  private localeFor(cookie: string | null, accepted: string | null): string {
    const key = `${cookie}\n${accepted}`;
    let locale = this.locales.get(key);
    if (locale === undefined) {
      const get = (name: string) => (name === 'cookie' ? cookie : accepted);
      locale = this.site.localeOf({ url: this.publicUrl, headers: { get } });
      if (this.locales.size >= remembered) this.locales.clear();
      this.locales.set(key, locale);
    }
    return locale;
  }
}
