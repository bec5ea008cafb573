import type { ComponentType, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PageProvider, usePage, type PageFacts } from './page-context';

/** As many pieces as are kept of one component; when there are more, it begins again. */
const most = 1_000;
/** Nobody's own lists make addresses or cards as long as that. */
const longestKey = 8_000;
/** Stands in a page for a piece that was drawn before. Nobody outside can guess it, so no text can ask for another piece. */
const mark = `\u0001${crypto.randomUUID()}:`;

/** What is not the same on every page: a piece that asks for it belongs to this page alone. */
const ofOnePage = [
  ...(['now', 'isPast', 'path', 'quiet', 'sheet'] as const),
  ...(['signedIn', 'posted', 'sent', 'requestId', 'helpLines'] as const),
] as const;

/** Markup that has its place in a page: as text, and as it is sent. Writing 28 kB as UTF-8 takes longer than drawing them. */
export class Piece {
  readonly bytes: Buffer;

  constructor(readonly html: string) {
    this.bytes = Buffer.from(html);
  }
}

const nothing = new Piece('');

/** Stands for a key of a form that is another one each time the page is sent. */
export const freshKey = `${mark}key\u0001`;
const placeOfKey = Symbol('the place of a key');
type Part = string | Piece | typeof placeOfKey;

/** A page as it was drawn: what is sent of it again and again, and the places of its key between. */
export class Drawing {
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

  /** The page in UTF-8, with a key of its own. */
  asSent(): Buffer {
    const [first, ...rest] = this.between as [Buffer, ...Buffer[]];
    if (rest.length === 0) return first;
    const key = Buffer.from(crypto.randomUUID());
    return Buffer.concat([first, ...rest.flatMap((part) => [key, part])]);
  }
}

/** Draws a page. */
export function drawnPage(facts: PageFacts, node: ReactNode): Drawing {
  return new Drawing(partsOf(facts, node, '<!DOCTYPE html>'));
}

/** Draws something, and answers it in parts, those that were drawn before in their places. */
function partsOf(facts: PageFacts, node: ReactNode, before = ''): Part[] {
  const pieces = [nothing];
  const own = Object.create(facts, { pieces: { value: pieces } }) as PageFacts;
  const html = renderToStaticMarkup(<PageProvider facts={own}>{node}</PageProvider>);
  const [begin = '', ...rest] = html.split(mark);
  const parts: Part[] = [before + begin];
  for (const part of rest) {
    const end = part.indexOf('\u0001');
    const place = part.slice(0, end);
    const piece = place === 'key' ? placeOfKey : pieces[Number(place)];
    if (piece && piece !== nothing) parts.push(piece);
    if (end + 1 < part.length) parts.push(part.slice(end + 1));
  }
  return parts;
}

/**
 * A component whose markup is drawn once for the same props in the same language, whatever page it is on: React draws a
 * card in thirty steps, and almost always as it did before. Its props are all that it depends on, such as JSON can say, and
 * public: they stay in memory for a quarter of an hour. What asks for more of its page than all pages have in common,
 * such as the time, is not remembered, and so never wrong.
 */
export function remembered<Props extends object>(
  Component: ComponentType<Props>,
  place: 'here' | 'head' = 'here',
): (props: Props) => ReactNode {
  const bySite = new WeakMap<object, Written>();
  return function Remembered(props: Props) {
    const page = usePage();
    const quarter = page.quarter.valueOf();
    let written = bySite.get(page.site);
    if (written?.quarter !== quarter || written.pieces.size >= most) {
      bySite.set(page.site, (written = { quarter, pieces: new Map() }));
    }
    const key = page.locale + JSON.stringify(props);
    let piece = written.pieces.get(key);
    if (piece === undefined) {
      const { facts, isShared } = watched(page);
      const parts = partsOf(facts, <Component {...props} />);
      piece = new Piece(parts.map(textOf).join(''));
      if (isShared() && key.length <= longestKey) written.pieces.set(key, piece);
    }
    if (place === 'head') page.pieces[0] = piece;
    return place === 'head' ? null : `${mark}${page.pieces.push(piece) - 1}\u0001`;
  };
}

function textOf(part: Part): string {
  if (part === placeOfKey) throw new Error('What has a new key each time is drawn each time.');
  return typeof part === 'string' ? part : part.html;
}

/** Where a page has room for what is remembered of its head. */
export const roomInHead = `${mark}0\u0001`;

interface Written {
  /** When the quarter of an hour began in which it was drawn: none is kept for longer. */
  quarter: number;
  pieces: Map<string, Piece>;
}

/** The facts of a page, and whether nothing was asked for that is of this page alone. */
function watched(page: PageFacts): { facts: PageFacts; isShared: () => boolean } {
  let shared = true;
  const get = (name: (typeof ofOnePage)[number]) => ({
    get() {
      shared = false;
      return page[name];
    },
  });
  const facts = Object.create(page, Object.fromEntries(ofOnePage.map((name) => [name, get(name)]))) as PageFacts;
  return { facts, isShared: () => shared };
}
