import type { SearchPart } from './search-result.js';

/** Markers around matches. They are private-use characters, which are removed from the text first. */
const matchStart = '\uE000';
const ends = '\uE001';
const longestText = 6000;

/** Puts matches between markers and reduces Markdown to plain text. The patterns can't backtrack, whatever the text. */
export function headline(text: string, query: string): string {
  const words = String.raw`regexp_replace(left(${text}, ${longestText}), '!?\[([^][]*)\]\([^()[:space:]]*\)', '\1', 'g')`;
  const plain = `regexp_replace(regexp_replace(${words}, '[*_#>\`~|${matchStart}${ends}]+', ' ', 'g'), '\\s+', ' ', 'g')`;
  const options = `StartSel=${matchStart}, StopSel=${ends}, MaxWords=28, MinWords=14, ShortWord=2`;
  return `ts_headline(CASE WHEN $2 = 'es' THEN 'platform.spanish' ELSE 'platform.english' END::regconfig, ${plain}, ${query}, '${options}')`;
}

/** Each part must be displayed as text, never as HTML. */
export function excerptParts(markedText: string): SearchPart[] {
  const parts: SearchPart[] = [];
  for (const [i, piece] of markedText.trim().split(matchStart).entries()) {
    const [first = '', remainder] = i === 0 ? ['', piece] : piece.split(ends, 2);
    if (first !== '') parts.push({ text: first, found: true });
    if (remainder) parts.push({ text: remainder, found: false });
  }
  return parts;
}
