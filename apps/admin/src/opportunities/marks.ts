/** A piece of text: plain, marked by flags, or an invisible character. */
export type TextPiece =
  | { kind: 'plain' | 'marked'; text: string; flags: readonly number[] }
  | { kind: 'hidden'; code: string; flags: readonly number[] };

/**
 * Zero-width and bidirectional control characters, which can hide text from readers and rules. The zero-width joiner is
 * allowed between emoji.
 */
const hiding = /(?!\u200d)\p{Cf}|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|\u034f/gu;

/**
 * Splits a text at the edges of flagged excerpts, so that each piece knows the numbers of its flags. Matching ignores
 * case. An excerpt that does not occur marks nothing.
 */
export function markedPieces(text: string, excerpts: ReadonlyArray<{ number: number; excerpt: string }>): TextPiece[] {
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
  // Lowercasing can change the length of a text, for example "İ", which would shift the positions.
  const searched = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  const places: Array<{ from: number; to: number }> = [];
  if (wanted === '') return places;
  for (let from = searched.indexOf(wanted); from >= 0; from = searched.indexOf(wanted, from + wanted.length)) {
    places.push({ from, to: from + wanted.length });
  }
  return places;
}

function withHidden(text: string, flags: readonly number[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(hiding)) {
    if (index > from) pieces.push(plain(text.slice(from, index), flags));
    pieces.push({ kind: 'hidden', code: codeOf(found), flags });
    from = index + found.length;
  }
  if (from < text.length) pieces.push(plain(text.slice(from), flags));
  return pieces;
}

function plain(text: string, flags: readonly number[]): TextPiece {
  return { kind: flags.length > 0 ? 'marked' : 'plain', text, flags };
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
