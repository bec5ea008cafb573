import type { ComponentType, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PageProvider, usePage, type PageFacts } from './page-context';

/** Maximum number of fragments per component. Beyond it, the cache is cleared. */
const maxFragments = 1_000;
/** Real addresses and cards are shorter than this. */
const longestKey = 8_000;
/** Placeholder for a cached fragment. It's unguessable, so that no text can insert a fragment. */
const placeholder = `\u0001${crypto.randomUUID()}:`;

/** Facts that differ between pages. Fragments that use them are not cached. */
const pageSpecificFacts = [
  ...(['now', 'isPast', 'path', 'isQuiet', 'sheet', 'languages'] as const),
  ...(['signedIn', 'isFormPost', 'submittedFields', 'requestId', 'helpLines'] as const),
] as const;

/** A fragment as text and as encoded bytes. Encoding 28 kB as UTF-8 takes longer than rendering it. */
export class MarkupFragment {
  readonly bytes: Buffer;

  constructor(readonly html: string) {
    this.bytes = Buffer.from(html);
  }
}

const emptyFragment = new MarkupFragment('');

/** Placeholder for a form key that is new for each response. */
export const formKeyPlaceholder = `${placeholder}key\u0001`;
const keyPlaceholder = Symbol('the place of a key');
type Part = string | MarkupFragment | typeof keyPlaceholder;

export class RenderedPage {
  private readonly segments: Buffer[];

  constructor(parts: readonly Part[]) {
    const runs: Buffer[][] = [[]];
    for (const part of parts) {
      if (part === keyPlaceholder) runs.push([]);
      else runs.at(-1)!.push(typeof part === 'string' ? Buffer.from(part) : part.bytes);
    }
    this.segments = runs.map((run) => Buffer.concat(run));
  }

  get size(): number {
    return this.segments.reduce((sum, { length }) => sum + length, 0);
  }

  toBuffer(): Buffer {
    const [first, ...others] = this.segments as [Buffer, ...Buffer[]];
    if (others.length === 0) return first;
    const key = Buffer.from(crypto.randomUUID());
    return Buffer.concat([first, ...others.flatMap((part) => [key, part])]);
  }
}

/** @param start is empty for a part of a page */
export function renderPage(facts: PageFacts, node: ReactNode, start = '<!DOCTYPE html>'): RenderedPage {
  return new RenderedPage(partsOf(facts, node, start));
}

function partsOf(facts: PageFacts, node: ReactNode, start = ''): Part[] {
  const fragments = [emptyFragment];
  const pageFacts = Object.create(facts, { fragments: { value: fragments } }) as PageFacts;
  const html = renderToStaticMarkup(<PageProvider facts={pageFacts}>{node}</PageProvider>);
  const [begin = '', ...others] = html.split(placeholder);
  const parts: Part[] = [start + begin];
  for (const part of others) {
    const end = part.indexOf('\u0001');
    const place = part.slice(0, end);
    const fragment = place === 'key' ? keyPlaceholder : fragments[Number(place)];
    if (fragment && fragment !== emptyFragment) parts.push(fragment);
    if (end + 1 < part.length) parts.push(part.slice(end + 1));
  }
  return parts;
}

/**
 * Caches a component's markup by props and language, across pages, because React needs thirty steps for a card that
 * rarely changes. Props must be JSON-serializable and public; they stay in memory for 15 minutes. Markup that depends on
 * facts of one page, e.g. the current time, is not cached.
 */
export function cacheMarkup<Props extends object>(
  Component: ComponentType<Props>,
  place: 'here' | 'head' = 'here',
): (props: Props) => ReactNode {
  const caches = new WeakMap<object, FragmentCache>();
  return function Remembered(props: Props) {
    const page = usePage();
    const quarter = page.quarter.valueOf();
    let cache = caches.get(page.organization);
    if (cache?.quarter !== quarter || cache.fragments.size >= maxFragments) {
      caches.set(page.organization, (cache = { quarter, fragments: new Map() }));
    }
    const key = page.language + JSON.stringify(props);
    let fragment = cache.fragments.get(key);
    if (fragment === undefined) {
      const { facts, isShared } = trackFacts(page);
      const parts = partsOf(facts, <Component {...props} />);
      fragment = new MarkupFragment(parts.map(textOf).join(''));
      if (isShared() && key.length <= longestKey) cache.fragments.set(key, fragment);
    }
    if (place === 'head') page.fragments[0] = fragment;
    return place === 'head' ? null : `${placeholder}${page.fragments.push(fragment) - 1}\u0001`;
  };
}

function textOf(part: Part): string {
  if (part === keyPlaceholder) throw new Error('Markup with a key that is new each time must not be cached.');
  return typeof part === 'string' ? part : part.html;
}

/** Placeholder for cached fragments of the head. */
export const headPlaceholder = `${placeholder}0\u0001`;

interface FragmentCache {
  /** Start of the quarter hour in which it was rendered. Older entries are dropped. */
  quarter: number;
  fragments: Map<string, MarkupFragment>;
}

/** Records if a fact was used that differs between pages. */
function trackFacts(page: PageFacts): { facts: PageFacts; isShared: () => boolean } {
  let isShared = true;
  const get = (name: (typeof pageSpecificFacts)[number]) => ({
    get() {
      isShared = false;
      return page[name];
    },
  });
  const facts = Object.create(
    page,
    Object.fromEntries(pageSpecificFacts.map((name) => [name, get(name)])),
  ) as PageFacts;
  return { facts, isShared: () => isShared };
}
