import type { PageFacts } from './page-context';
import type { RenderedPage } from './cached-markup';

/** Maximum number of addresses, and maximum size in bytes. */
const maxEntries = 300;
const maxBytes = 256 * 1024;

interface CacheEntry {
  data: string;
  rendering: RenderedPage;
  quarter: number;
  /** Earliest future time the page checked, in milliseconds. */
  validUntil: number;
}

/**
 * Caches the last rendering of each public address. A page depends only on its data and the times it checks; the data is
 * loaded for every visitor. Entries expire after 15 minutes, like the fragments in request/cached-markup.tsx.
 */
export class RenderedPageCache {
  private readonly entriesByUrl = new Map<string, CacheEntry>();

  find(address: string, data: string, now: number): RenderedPage | null {
    const entry = this.entriesByUrl.get(address);
    if (!entry || entry.data !== data || now >= entry.validUntil || quarterOf(now) !== entry.quarter) return null;
    return entry.rendering;
  }

  store(address: string, { data, rendering, validUntil }: Omit<CacheEntry, 'quarter'>, now: number): void {
    if (validUntil <= now || data.length > maxBytes || rendering.size > maxBytes) return;
    this.entriesByUrl.delete(address);
    if (this.entriesByUrl.size >= maxEntries) this.entriesByUrl.delete(this.entriesByUrl.keys().next().value ?? '');
    this.entriesByUrl.set(address, { data, rendering, validUntil, quarter: quarterOf(now) });
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
