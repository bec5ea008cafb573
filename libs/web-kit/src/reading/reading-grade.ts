/*
 * How hard a text is to read, as a US school grade: by two formulas, because each is wrong about some texts. The screen where
 * articles are written measures with them, and the tests of the articles that a release brings along.
 */

/** A text as it is read out: without the marks of Markdown. */
export function readAloud(markdown: string): string {
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

/** Automated Readability Index (Senter and Smith, 1967): letters a word and words a sentence. */
export function readabilityIndex(text: string): number {
  const { sentences, words, letters } = countsOf(text);
  return 4.71 * (letters / words) + 0.5 * (words / sentences) - 21.43;
}

/** Coleman–Liau (1975): the same by letters and sentences a hundred words. */
export function colemanLiau(text: string): number {
  const { sentences, words, letters } = countsOf(text);
  return 5.88 * (letters / words) - 29.6 * (sentences / words) - 15.8;
}

/** The hardest grade that the texts for everybody may need. */
export const highestGrade = 8;

/** An English article in one language, all that is read of it; null while there are too few words to measure. */
export function readingGrade(text: Readonly<Record<'title' | 'summary' | 'note' | 'body', string>>): number | null {
  const all = [text.title, text.summary, text.note, readAloud(text.body)].join('.\n');
  if (countsOf(all).words < 30) return null;
  return Math.max(readabilityIndex(all), colemanLiau(all));
}

/** The shape of a text in Markdown: its headings and lists, one after another. Both languages have the same. */
export function shapeOf(body: string): string[] {
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => /^(##|-|\d+\.)/.exec(line)?.[1] ?? 'text');
}
