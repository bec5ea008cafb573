import type { PageFacts } from './page-context';
import type { Drawing } from './remembered';

/** As many addresses as have a drawing at the most, and as large as one is. */
const most = 300;
const largest = 256 * 1024;

interface Kept {
  data: string;
  drawing: Drawing;
  quarter: number;
  /** The first of the instants it asked for that had not been, in milliseconds. */
  until: number;
}

/**
 * The last drawing of each public address. A page is a function of its data and of the time it asks for, so where both are
 * the same it is not drawn again; the data are read anew for every visitor. As with the pieces of a page
 * (request/remembered.tsx), none is kept for longer than a quarter of an hour.
 */
export class KeptDrawings {
  private readonly byAddress = new Map<string, Kept>();

  /** The drawing of this address with these very data, if it is still as it would be drawn now. */
  find(address: string, data: string, now: number): Drawing | null {
    const kept = this.byAddress.get(address);
    if (!kept || kept.data !== data || now >= kept.until || quarterOf(now) !== kept.quarter) return null;
    return kept.drawing;
  }

  keep(address: string, { data, drawing, until }: Omit<Kept, 'quarter'>, now: number): void {
    if (until <= now || data.length > largest || drawing.size > largest) return;
    // The address that was drawn longest ago makes room.
    this.byAddress.delete(address);
    if (this.byAddress.size >= most) this.byAddress.delete(this.byAddress.keys().next().value ?? '');
    this.byAddress.set(address, { data, drawing, until, quarter: quarterOf(now) });
  }
}

function quarterOf(milliseconds: number): number {
  return Math.floor(milliseconds / 900_000);
}

/** The facts of a page, and until when a drawing made of them is true: not at all when it told the time or the request. */
export function timed(page: PageFacts): { facts: PageFacts; until: () => number } {
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
