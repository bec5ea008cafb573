import type { LocaleName } from '../../accounts/locale.js';
import { codeWords } from './code-words.generated.js';
import en from './export-words.en.json' with { type: 'json' };
import es from './export-words.es.json' with { type: 'json' };

/** What the files say that somebody takes along. */
export interface ExportWords {
  locale: LocaleName;
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
  /** What a code of a set is called; the code where nobody has a word for it. */
  ofCode(set: string, code: string): string;
}

type Codes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** As it stands in the files of words: what explains is lines, in which `{site}` is what the organisation is called. */
type WordsOfFile = Omit<ExportWords, 'locale' | 'explained' | 'ofCode'> & {
  explained: readonly string[];
  codes: Codes;
};

export const exportWords: Readonly<Record<LocaleName, ExportWords>> = { en: said(en, 'en'), es: said(es, 'es') };

function said({ codes, explained, ...words }: WordsOfFile, locale: LocaleName): ExportWords {
  const sets: Codes = { ...codeWords[locale], ...codes };
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const language = (code: string) => (/^[a-z]{2,3}(-[A-Z]{2})?$/.test(code) ? languages.of(code) : undefined);
  return {
    ...words,
    locale,
    explained: (site) => explained.join('\n').replaceAll('{site}', () => site),
    ofCode: (set, code) =>
      (set === 'language' ? language(code) : sets[set]?.[code.toLowerCase().replaceAll('-', '_')]) ?? code,
  };
}
