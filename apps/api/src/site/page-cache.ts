import { weakEtag } from '../http/conditional-requests.js';
import { encoded, type Encoding } from './page-bytes.js';

/** As many pages as are cached at the most, and as large: who asks for a thousand different ones fills no memory. */
const mostPages = 300;
const largestPage = 128 * 1024;

/** A finished page that several visitors may get. */
export class CachedPage {
  readonly etag: string;
  private readonly bytes = new Map<Encoding, Promise<Buffer>>();

  constructor(
    private readonly page: Buffer,
    readonly headers: ReadonlyArray<readonly [string, string]>,
  ) {
    this.etag = weakEtag(page);
  }

  /** The page in an encoding, made once. */
  as(encoding: Encoding): Promise<Buffer> {
    let bytes = this.bytes.get(encoding);
    if (!bytes) this.bytes.set(encoding, (bytes = encoded(this.page, encoding)));
    return bytes;
  }
}

interface Entry {
  page: Promise<CachedPage | null>;
  /** When it was asked for, in milliseconds of the process: what it shows is as old as that. */
  since: number;
}

/**
 * Finished pages, each for a moment: whoever asks meanwhile gets the same bytes, and whoever asks while one is being made
 * waits for it. Any write drops them all. That is coarser than it could be, and there is nothing to be forgotten: no list
 * of what stands on which page.
 */
export class PageCache {
  private pages = new Map<string, Entry>();

  /** @param milliseconds how old a page may be; with 0 none is cached. */
  constructor(
    private readonly milliseconds: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get seconds(): number {
    return Math.floor(this.milliseconds / 1000);
  }

  get isOn(): boolean {
    return this.milliseconds > 0;
  }

  /**
   * The page of this key: a cached one, or what `make` makes. Null when it turns out to be one that may not be handed on;
   * then everybody who waited makes their own.
   */
  get(key: string, make: () => Promise<CachedPage | null>): Promise<CachedPage | null> {
    const now = this.now();
    const known = this.pages.get(key);
    if (known && now - known.since < this.milliseconds) return known.page;
    const pages = this.pages;
    const entry: Entry = { page: make(), since: now };
    this.forget(now);
    // Behind all others, which are older.
    pages.delete(key);
    pages.set(key, entry);
    const drop = () => void (pages.get(key) === entry && pages.delete(key));
    entry.page.then((page) => page ?? drop(), drop);
    return entry.page;
  }

  /** Something was written. A page that is being made at this moment may not show it, so nobody new gets that one. */
  drop(): void {
    this.pages = new Map();
  }

  /** How many are cached. */
  get size(): number {
    return this.pages.size;
  }

  private forget(now: number): void {
    for (const [key, { since }] of this.pages) {
      if (now - since < this.milliseconds && this.pages.size < mostPages) return;
      this.pages.delete(key);
    }
  }
}

/** Whether a page is small enough to be cached. */
export function isCacheable(page: Buffer): boolean {
  return page.length <= largestPage;
}
