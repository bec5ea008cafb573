/*
 * Readability as a US school grade, by two formulas, because each fails for some texts. Used by the article editor and
 * by tests of the bundled articles.
 */

/** Removes Markdown syntax, leaving the text as read aloud. */
export function stripMarkdown(markdown: string): string {
  return markdown
    .replace(/^#+ .*$/gm, '')
    .replace(/^\s*(?:[-*]|\d+\.)\s+/gm, '')
    .replace(/[*_«»“”"]/g, '');
}

function countsOf(text: string) {
  const sentences = text.split(/[.!?:]+(?:\s|$)|\n+/).filter((part) => /\p{L}/u.test(part)).length;
  const words = text.match(/[\p{L}\p{N}’'$,-]+/gu) ?? [];
  const letters = words.join('').replace(/[^\p{L}\p{N}]/gu, '').length;
  return { sentences, words: words.length, letters };
}

/** Returns the Automated Readability Index (Senter and Smith, 1967), from letters per word and words per sentence. */
export function readabilityIndex(text: string): number {
  const { sentences, words, letters } = countsOf(text);
  return 4.71 * (letters / words) + 0.5 * (words / sentences) - 21.43;
}

/** Returns the Coleman–Liau index (1975), from letters and sentences per word. */
export function colemanLiau(text: string): number {
  const { sentences, words, letters } = countsOf(text);
  return 5.88 * (letters / words) - 29.6 * (sentences / words) - 15.8;
}

/** Maximum grade for texts addressed to everyone. */
export const highestGrade = 8;

/** Returns the grade of an English article, or null if it is too short. */
export function readingGrade(text: Readonly<Record<'title' | 'summary' | 'note' | 'body', string>>): number | null {
  const all = [text.title, text.summary, text.note, stripMarkdown(text.body)].join('.\n');
  if (countsOf(all).words < 30) return null;
  return Math.max(readabilityIndex(all), colemanLiau(all));
}

/** Returns the sequence of headings and lists, which must be the same in both languages. */
export function markdownStructure(body: string): string[] {
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => /^(##|-|\d+\.)/.exec(line)?.[1] ?? 'text');
}
