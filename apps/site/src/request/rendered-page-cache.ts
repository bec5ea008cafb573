import type { PageFacts } from './page-context';
import type { RenderedPage } from './cached-markup';

/** Maximum number of addresses, and maximum size in bytes. */
const maxEntries = 300;
const maxBytes = 256 * 1024;

interface CacheEntry {
  data: string;
  drawing: RenderedPage;
  quarter: number;
  /** Earliest future time the page checked, in milliseconds. */
  until: number;
}

/**
 * Caches the last rendering of each public address.
 * A page depends only on its data and the times it checks, so an identical one is reused; the data is loaded for every
 * visitor. Entries expire after 15 minutes, like the fragments in request/remembered.tsx.
 */
export class RenderedPageCache {
  private readonly entriesByUrl = new Map<string, CacheEntry>();

  /** Returns the rendering for this address and data if it's still current. */
  find(address: string, data: string, now: number): RenderedPage | null {
    const entry = this.entriesByUrl.get(address);
    if (!entry || entry.data !== data || now >= entry.until || quarterOf(now) !== entry.quarter) return null;
    return entry.drawing;
  }

  keep(address: string, { data, drawing, until }: Omit<CacheEntry, 'quarter'>, now: number): void {
    if (until <= now || data.length > maxBytes || drawing.size > maxBytes) return;
    // The oldest entry is evicted.
    this.entriesByUrl.delete(address);
    if (this.entriesByUrl.size >= maxEntries) this.entriesByUrl.delete(this.entriesByUrl.keys().next().value ?? '');
    this.entriesByUrl.set(address, { data, drawing, until, quarter: quarterOf(now) });
  }
}

function quarterOf(milliseconds: number): number {
  return Math.floor(milliseconds / 900_000);
}

/**
 * Wraps the facts of a page to record how long its rendering is valid.
 * It's not reusable at all if it used the time or the request ID.
 */
export function trackTimes(page: PageFacts): { facts: PageFacts; until: () => number } {
  let until = Infinity;
  const never = (name: 'now' | 'requestId') => ({
    get() {
      until = 0;
      return page[name];
    },
  });
  const isPast: PageFacts['isPast'] = (instant) => {
    const past = page.isPast(instant);
    if (!past) until = Math.min(until, new Date(instant).valueOf());
    return past;
  };
  const facts = Object.create(page, { now: never('now'), requestId: never('requestId'), isPast: { value: isPast } });
  return { facts: facts as PageFacts, until: () => until };
}
