export type TextPiece =
  | { kind: 'plain' | 'marked'; text: string; flags: readonly number[] }
  | { kind: 'hidden'; code: string; flags: readonly number[] };

/**
 * Zero-width and bidirectional control characters, which can hide text from readers and rules. The zero-width joiner is
 * allowed between emoji.
 */
const hiding = /(?!\u200d)\p{Cf}|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|\u034f/gu;

/** Matching ignores case. An excerpt that does not occur marks nothing. */
export function splitByExcerpts(
  text: string,
  excerpts: ReadonlyArray<{ number: number; excerpt: string }>,
): TextPiece[] {
  const spans = excerpts.flatMap(({ number, excerpt }) =>
    positionsOf(text, excerpt).map((span) => ({ ...span, number })),
  );
  const boundaries = new Set([0, text.length, ...spans.flatMap(({ start, to }) => [start, to])]);
  const sortedBoundaries = [...boundaries].sort((a, b) => a - b);
  return sortedBoundaries.slice(0, -1).flatMap((start, index) => {
    const to = sortedBoundaries[index + 1] ?? start;
    const flags = [
      ...new Set(spans.filter((span) => span.start <= start && to <= span.to).map(({ number }) => number)),
    ];
    return withHidden(text.slice(start, to), flags);
  });
}

function positionsOf(text: string, excerpt: string): Array<{ start: number; to: number }> {
  const needle = excerpt.trim().toLowerCase();
  // Lowercasing can change the length of a text, for example "İ", which would shift the positions.
  const haystack = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  const places: Array<{ start: number; to: number }> = [];
  if (needle === '') return places;
  for (let start = haystack.indexOf(needle); start >= 0; start = haystack.indexOf(needle, start + needle.length)) {
    places.push({ start, to: start + needle.length });
  }
  return places;
}

function withHidden(text: string, flags: readonly number[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let start = 0;
  for (const { 0: match, index } of text.matchAll(hiding)) {
    if (index > start) pieces.push(plainPiece(text.slice(start, index), flags));
    pieces.push({ kind: 'hidden', code: codeOf(match), flags });
    start = index + match.length;
  }
  if (start < text.length) pieces.push(plainPiece(text.slice(start), flags));
  return pieces;
}

function plainPiece(text: string, flags: readonly number[]): TextPiece {
  return { kind: flags.length > 0 ? 'marked' : 'plain', text, flags };
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
