import type { ComponentType, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PageProvider, usePage, type PageFacts } from './page-context';

/** Maximum number of fragments per component. Beyond it, the cache is cleared. */
const maxPieces = 1_000;
/** Real addresses and cards are shorter than this. */
const longestKey = 8_000;
/** Placeholder for a cached fragment. It's unguessable, so that no text can insert a fragment. */
const placeholder = `\u0001${crypto.randomUUID()}:`;

/** Facts that differ between pages. Fragments that use them are not cached. */
const pageSpecificFacts = [
  ...(['now', 'isPast', 'path', 'quiet', 'sheet'] as const),
  ...(['signedIn', 'posted', 'sent', 'requestId', 'helpLines'] as const),
] as const;

/** A fragment as text and as encoded bytes. Encoding 28 kB as UTF-8 takes longer than rendering it. */
export class MarkupFragment {
  readonly bytes: Buffer;

  constructor(readonly html: string) {
    this.bytes = Buffer.from(html);
  }
}

const emptyPiece = new MarkupFragment('');

/** Placeholder for a form key that is new for each response. */
export const freshKey = `${placeholder}key\u0001`;
const placeOfKey = Symbol('the place of a key');
type Part = string | MarkupFragment | typeof placeOfKey;

/** A rendered page: reusable bytes with places for the form key. */
export class RenderedPage {
  private readonly between: Buffer[];

  constructor(parts: readonly Part[]) {
    const runs: Buffer[][] = [[]];
    for (const part of parts) {
      if (part === placeOfKey) runs.push([]);
      else runs.at(-1)!.push(typeof part === 'string' ? Buffer.from(part) : part.bytes);
    }
    this.between = runs.map((run) => Buffer.concat(run));
  }

  get size(): number {
    return this.between.reduce((sum, { length }) => sum + length, 0);
  }

  /** Returns the page in UTF-8 with a new form key. */
  asSent(): Buffer {
    const [first, ...rest] = this.between as [Buffer, ...Buffer[]];
    if (rest.length === 0) return first;
    const key = Buffer.from(crypto.randomUUID());
    return Buffer.concat([first, ...rest.flatMap((part) => [key, part])]);
  }
}

export function renderPage(facts: PageFacts, node: ReactNode): RenderedPage {
  return new RenderedPage(partsOf(facts, node, '<!DOCTYPE html>'));
}

/** Renders a node and returns its parts, with cached fragments in place. */
function partsOf(facts: PageFacts, node: ReactNode, before = ''): Part[] {
  const pieces = [emptyPiece];
  const own = Object.create(facts, { pieces: { value: pieces } }) as PageFacts;
  const html = renderToStaticMarkup(<PageProvider facts={own}>{node}</PageProvider>);
  const [begin = '', ...rest] = html.split(placeholder);
  const parts: Part[] = [before + begin];
  for (const part of rest) {
    const end = part.indexOf('\u0001');
    const place = part.slice(0, end);
    const piece = place === 'key' ? placeOfKey : pieces[Number(place)];
    if (piece && piece !== emptyPiece) parts.push(piece);
    if (end + 1 < part.length) parts.push(part.slice(end + 1));
  }
  return parts;
}

/**
 * Caches a component's markup by props and language, across pages.
 * React needs thirty steps for a card that rarely changes. Props must be JSON-serializable and public; they stay in
 * memory for 15 minutes. Markup that depends on facts of one page, e.g. the current time, is not cached.
 */
export function cacheMarkup<Props extends object>(
  Component: ComponentType<Props>,
  place: 'here' | 'head' = 'here',
): (props: Props) => ReactNode {
  const bySite = new WeakMap<object, PieceCache>();
  return function Remembered(props: Props) {
    const page = usePage();
    const quarter = page.quarter.valueOf();
    let cache = bySite.get(page.site);
    if (cache?.quarter !== quarter || cache.pieces.size >= maxPieces) {
      bySite.set(page.site, (cache = { quarter, pieces: new Map() }));
    }
    const key = page.locale + JSON.stringify(props);
    let piece = cache.pieces.get(key);
    if (piece === undefined) {
      const { facts, isShared } = trackFacts(page);
      const parts = partsOf(facts, <Component {...props} />);
      piece = new MarkupFragment(parts.map(textOf).join(''));
      if (isShared() && key.length <= longestKey) cache.pieces.set(key, piece);
    }
    if (place === 'head') page.pieces[0] = piece;
    return place === 'head' ? null : `${placeholder}${page.pieces.push(piece) - 1}\u0001`;
  };
}

function textOf(part: Part): string {
  if (part === placeOfKey) throw new Error('Markup with a key that is new each time must not be cached.');
  return typeof part === 'string' ? part : part.html;
}

/** Placeholder for cached fragments of the head. */
export const headPlaceholder = `${placeholder}0\u0001`;

interface PieceCache {
  /** Start of the quarter hour in which it was rendered. Older entries are dropped. */
  quarter: number;
  pieces: Map<string, MarkupFragment>;
}

/** Wraps the facts of a page to record if one was used that differs between pages. */
function trackFacts(page: PageFacts): { facts: PageFacts; isShared: () => boolean } {
  let shared = true;
  const get = (name: (typeof pageSpecificFacts)[number]) => ({
    get() {
      shared = false;
      return page[name];
    },
  });
  const facts = Object.create(
    page,
    Object.fromEntries(pageSpecificFacts.map((name) => [name, get(name)])),
  ) as PageFacts;
  return { facts, isShared: () => shared };
}
