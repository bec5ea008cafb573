import type { PageFacts } from './page-context';
import type { RenderedPage } from './cached-markup';

/** Maximum number of addresses, and maximum size in bytes. */
const maxEntries = 300;
const maxBytes = 256 * 1024;

interface CacheEntry {
  data: string;
  rendering: RenderedPage;
  quarter: number;
  /** Earliest future time the page checked, in milliseconds; 0 for a page that can't be reused. */
  validUntil: number;
  /** Last time the page was up to date, in milliseconds. */
  currentAt: number;
}

/** Pages older than this, in milliseconds, aren't shown while the database is unreachable. */
const maxAge = 6 * 3_600_000;

/**
 * Caches the last rendering of each public address. A page depends only on its data and the times it checks; the data is
 * loaded for every visitor. Renderings are reused for 15 minutes, like the fragments in request/cached-markup.tsx, and kept
 * longer for outages.
 */
export class RenderedPageCache {
  private readonly entriesByUrl = new Map<string, CacheEntry>();

  find(address: string, data: string, now: number): RenderedPage | null {
    const entry = this.entriesByUrl.get(address);
    if (!entry || entry.data !== data || now >= entry.validUntil || quarterOf(now) !== entry.quarter) return null;
    entry.currentAt = now;
    return entry.rendering;
  }

  /** Returns the page as it was last shown, for when its data can't be loaded. */
  findLast(address: string, now: number): { rendering: RenderedPage; currentAt: Date } | null {
    const entry = this.entriesByUrl.get(address);
    if (!entry || now - entry.currentAt > maxAge) return null;
    return { rendering: entry.rendering, currentAt: new Date(entry.currentAt) };
  }

  /** For a page that was removed, so that an outage doesn't bring it back. */
  delete(address: string): void {
    this.entriesByUrl.delete(address);
  }

  store(
    address: string,
    { data, rendering, validUntil }: Omit<CacheEntry, 'quarter' | 'currentAt'>,
    now: number,
  ): void {
    if (data.length > maxBytes || rendering.size > maxBytes) return;
    this.entriesByUrl.delete(address);
    if (this.entriesByUrl.size >= maxEntries) this.entriesByUrl.delete(this.entriesByUrl.keys().next().value ?? '');
    this.entriesByUrl.set(address, { data, rendering, validUntil, quarter: quarterOf(now), currentAt: now });
  }
}

function quarterOf(milliseconds: number): number {
  return Math.floor(milliseconds / 900_000);
}

/** Records how long a rendering is valid. It's not reusable at all if it used the time or the request ID. */
export function trackTimes(page: PageFacts): { facts: PageFacts; validUntil: () => number } {
  let validUntil = Infinity;
  const uncacheable = (name: 'now' | 'requestId') => ({
    get() {
      validUntil = 0;
      return page[name];
    },
  });
  const isPast: PageFacts['isPast'] = (instant) => {
    const isInPast = page.isPast(instant);
    if (!isInPast) validUntil = Math.min(validUntil, new Date(instant).valueOf());
    return isInPast;
  };
  const facts = Object.create(page, {
    now: uncacheable('now'),
    requestId: uncacheable('requestId'),
    isPast: { value: isPast },
  });
  return { facts: facts as PageFacts, validUntil: () => validUntil };
}
