import type { LocaleName } from '../../accounts/locale.js';
import en from './export-words.en.json' with { type: 'json' };
import es from './export-words.es.json' with { type: 'json' };

/** What the files say that somebody takes along. */
export interface ExportWords {
  /** The file that explains the others. */
  readMe: string;
  explained(site: string): string;
  yes: string;
  no: string;
  timeZone: string;
  /** Of each kind of thing, where it is not called as the register calls it. */
  nouns: Readonly<Record<string, string>>;
  /** Headings of tables, by the names of columns. */
  columns: Readonly<Record<string, string>>;
}

/** As it stands in the files of words: what explains is lines, in which `{site}` is what the organisation is called. */
type WordsOfFile = Omit<ExportWords, 'explained'> & { explained: readonly string[] };

export const exportWords: Readonly<Record<LocaleName, ExportWords>> = { en: said(en), es: said(es) };

function said(words: WordsOfFile): ExportWords {
  return { ...words, explained: (site) => words.explained.join('\n').replaceAll('{site}', () => site) };
}
