import type { LocaleName } from '../../accounts/locale.js';
import { en } from './export-words.en.js';
import { es } from './export-words.es.js';

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

export const exportWords: Readonly<Record<LocaleName, ExportWords>> = { en, es };
