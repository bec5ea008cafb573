import { weakEtag } from '../http/conditional-requests.js';
import { encoded, type Encoding } from './page-bytes.js';

/** Limits the memory for cached pages. */
const maxPages = 300;
const largestPage = 128 * 1024;

export class CachedPage {
  readonly etag: string;
  private readonly bytes = new Map<Encoding, Promise<Buffer>>();

  constructor(
    private readonly page: Buffer,
    readonly headers: ReadonlyArray<readonly [string, string]>,
  ) {
    this.etag = weakEtag(page);
  }

  /** Compresses the page once per encoding. */
  encodeAs(encoding: Encoding): Promise<Buffer> {
    let bytes = this.bytes.get(encoding);
    if (!bytes) this.bytes.set(encoding, (bytes = encoded(this.page, encoding)));
    return bytes;
  }
}

interface Entry {
  page: Promise<CachedPage | null>;
  /** Time of the request on the process clock, which determines the age of the content. */
  since: number;
}

/** Any write clears the cache, so no record is needed of which data appears on which page. Shares pages being rendered. */
export class PageCache {
  private pages = new Map<string, Entry>();

  /** @param milliseconds maximum age of a page; 0 turns the cache off */
  constructor(
    private readonly milliseconds: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get seconds(): number {
    return Math.floor(this.milliseconds / 1000);
  }

  get isEnabled(): boolean {
    return this.milliseconds > 0;
  }

  /** Returns null if the page turns out to be private. Each waiting caller then renders its own. */
  get(key: string, make: () => Promise<CachedPage | null>): Promise<CachedPage | null> {
    const now = this.now();
    const known = this.pages.get(key);
    if (known && now - known.since < this.milliseconds) return known.page;
    const pages = this.pages;
    const entry: Entry = { page: make(), since: now };
    this.removeExpired(now);
    // Reinserted at the end, so that the Map stays ordered by age.
    pages.delete(key);
    pages.set(key, entry);
    const drop = () => void (pages.get(key) === entry && pages.delete(key));
    entry.page.then((page) => page ?? drop(), drop);
    return entry.page;
  }

  /** Also drops pages being rendered, which may not show a write. */
  clear(): void {
    this.pages = new Map();
  }

  get size(): number {
    return this.pages.size;
  }

  private removeExpired(now: number): void {
    for (const [key, { since }] of this.pages) {
      if (now - since < this.milliseconds && this.pages.size < maxPages) return;
      this.pages.delete(key);
    }
  }
}

export function isCacheable(page: Buffer): boolean {
  return page.length <= largestPage;
}
