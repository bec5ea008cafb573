/** A piece of a text: plain, marked by some of the flags, or a character that hides. */
export type MarkedPiece =
  | { kind: 'plain' | 'marked'; text: string; flags: readonly number[] }
  | { kind: 'hidden'; code: string; flags: readonly number[] };

/**
 * Characters without a width, and those that turn the direction: written to slip past a reader or a rule. The one that
 * joins two emoji into one is left alone there.
 */
const hiding = /(?!\u200d)\p{Cf}|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|\u034f/gu;

/**
 * Divides a text where the excerpts of flags begin and end, so that each piece knows the numbers of the flags that it
 * belongs to. Letters count whatever their case; an excerpt that is not there marks nothing.
 */
export function markedPieces(
  text: string,
  excerpts: ReadonlyArray<{ number: number; excerpt: string }>,
): MarkedPiece[] {
  const spans = excerpts.flatMap(({ number, excerpt }) => placesOf(text, excerpt).map((span) => ({ ...span, number })));
  const cuts = new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])]);
  const ends = [...cuts].sort((a, b) => a - b);
  return ends.slice(0, -1).flatMap((from, index) => {
    const to = ends[index + 1] ?? from;
    const flags = [...new Set(spans.filter((span) => span.from <= from && to <= span.to).map(({ number }) => number))];
    return withHidden(text.slice(from, to), flags);
  });
}

function placesOf(text: string, excerpt: string): Array<{ from: number; to: number }> {
  const wanted = excerpt.trim().toLowerCase();
  // Lower case may change the length of a text, as of “İ”: then the places would be wrong.
  const searched = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  const places: Array<{ from: number; to: number }> = [];
  if (wanted === '') return places;
  for (let from = searched.indexOf(wanted); from >= 0; from = searched.indexOf(wanted, from + wanted.length)) {
    places.push({ from, to: from + wanted.length });
  }
  return places;
}

function withHidden(text: string, flags: readonly number[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(hiding)) {
    if (index > from) pieces.push(plain(text.slice(from, index), flags));
    pieces.push({ kind: 'hidden', code: codeOf(found), flags });
    from = index + found.length;
  }
  if (from < text.length) pieces.push(plain(text.slice(from), flags));
  return pieces;
}

function plain(text: string, flags: readonly number[]): MarkedPiece {
  return { kind: flags.length > 0 ? 'marked' : 'plain', text, flags };
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
