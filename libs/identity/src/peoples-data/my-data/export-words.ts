import type { LocaleName } from '../../languages/locale.js';
import { codeWords } from './code-words.generated.js';
import en from './export-words.en.json' with { type: 'json' };
import es from './export-words.es.json' with { type: 'json' };

export interface ExportWords {
  locale: LocaleName;
  /** Name of the file that explains the others. */
  readMe: string;
  explanations(site: string): string;
  yes: string;
  no: string;
  timeZone: string;
  /** Names of data kinds that differ from the register's. */
  nouns: Readonly<Record<string, string>>;
  columns: Readonly<Record<string, string>>;
  /** Returns the code itself if there is no translation. */
  translateCode(set: string, code: string): string;
}

type Codes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Texts as stored in JSON. `explained` has one entry per line; `{site}` is the organization's name. */
type StoredExportWords = Omit<ExportWords, 'locale' | 'explanations' | 'translateCode'> & {
  explained: readonly string[];
  codes: Codes;
};

export const exportWords: Readonly<Record<LocaleName, ExportWords>> = {
  en: loadWords(en, 'en'),
  es: loadWords(es, 'es'),
};

function loadWords({ codes, explained: explainedCodes, ...words }: StoredExportWords, locale: LocaleName): ExportWords {
  const sets: Codes = { ...codeWords[locale], ...codes };
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const language = (code: string) => (/^[a-z]{2,3}(-[A-Z]{2})?$/.test(code) ? languages.of(code) : undefined);
  return {
    ...words,
    locale,
    explanations: (site) => explainedCodes.join('\n').replaceAll('{site}', () => site),
    translateCode: (set, code) =>
      (set === 'language' ? language(code) : sets[set]?.[code.toLowerCase().replaceAll('-', '_')]) ?? code,
  };
}
