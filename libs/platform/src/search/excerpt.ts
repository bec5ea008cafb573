import type { SearchPart } from './search-result.js';

/** Around what was found, in the text that PostgreSQL answers: of Unicode's private use, and taken out of every text before. */
const begins = '\uE000';
const ends = '\uE001';
/** No line is cut from what stands further on. */
const longestText = 6000;

/**
 * SQL for a line of a text with the words that were found between two marks. Markdown is read as plain text: the words of a
 * link, without its address. Each pattern stops at its own first character, so that no text makes it start again and again.
 */
export function headline(text: string, query: string): string {
  const words = String.raw`regexp_replace(left(${text}, ${longestText}), '!?\[([^][]*)\]\([^()[:space:]]*\)', '\1', 'g')`;
  const plain = `regexp_replace(regexp_replace(${words}, '[*_#>\`~|${begins}${ends}]+', ' ', 'g'), '\\s+', ' ', 'g')`;
  const options = `StartSel=${begins}, StopSel=${ends}, MaxWords=28, MinWords=14, ShortWord=2`;
  return `ts_headline(CASE WHEN $2 = 'es' THEN 'platform.spanish' ELSE 'platform.english' END::regconfig, ${plain}, ${query}, '${options}')`;
}

/** The line in its parts. Programs show each as text: nothing of it is ever HTML. */
export function excerptParts(marked: string): SearchPart[] {
  const parts: SearchPart[] = [];
  for (const [i, piece] of marked.trim().split(begins).entries()) {
    const [first = '', rest] = i === 0 ? ['', piece] : piece.split(ends, 2);
    if (first !== '') parts.push({ text: first, found: true });
    if (rest) parts.push({ text: rest, found: false });
  }
  return parts;
}
