import type { Settings } from '../config/settings.js';
import { Registry } from './registry.js';

/** Who something personal is about, in the words of the library that keeps it: a volunteer. */
export type DataSubject = string;

/**
 * What kind of thing is known: how somebody is reached, what they wrote or is written of them, what they own or paid, what
 * says how they are (health, age, a record), what opens an account, what programs leave behind.
 */
export type DataClass = 'contact' | 'content' | 'financial' | 'special' | 'access' | 'trace';

/** What an erasure makes of a column. */
export interface Erased {
  /** In words, for the map of what is kept. */
  readonly words: string;
  /** The SQL it becomes, over the row as `t`; null where it stays, or goes with its row. */
  readonly becomes: string | null;
}

/** A setting that is a number, such as one of days. */
export type DaysSetting = { [Name in keyof Settings]: Settings[Name] extends number ? Name : never }[keyof Settings];

export interface PersonalColumn {
  readonly class: DataClass;
  readonly erased: Erased;
  /** Whose it is, where the row is about several; otherwise everybody's the row is about. */
  readonly of?: DataSubject;
  /** Why it is not in what a person takes along. */
  readonly withheld?: string;
}

export interface PersonalTable {
  /** What its rows are called, also as the name of a file in an export. */
  readonly noun: string;
  /** Whose a row is: SQL over the row as `t`, with somebody's address as `$1`. No SQL where no address leads to it. */
  readonly of: Readonly<Record<DataSubject, string | null>>;
  /** Whether the whole row goes with the person, or its columns alone. Where one hand-written verb does it, its name. */
  readonly erasure: 'row' | 'columns' | 'volunteer' | 'none';
  /** That no row changes, and yet none is the person's any more: they hang on a record that becomes nobody's. */
  readonly hangsOnRecord?: true;
  /** For how long, in words. */
  readonly kept: string;
  /** Whether the law wants it kept, whoever asks for it to be erased. */
  readonly byLaw?: true;
  /**
   * When it is forgotten: so many days (a setting, or a number) after a moment of the row, in SQL with the time as `$1`. Then the row
   * goes, or its columns become what an erasure makes of them. The one job that forgets people's data by its age is
   * `keep-retention`, which passes over what a legal hold names.
   */
  readonly forgotten?: {
    readonly after: DaysSetting | number;
    readonly since: string;
    readonly goes: 'row' | 'columns';
  };
  /** What else than its people a legal hold may name to keep the row: ids, in SQL over the row. */
  readonly about?: readonly string[];
  /** Who sees it, besides the person. */
  readonly seenBy: string;
  readonly columns: Readonly<Record<string, PersonalColumn>>;
  /** What an erasure sets besides, in SQL: a link that opens nothing any more, a page that is hidden. */
  readonly sets?: Readonly<Record<string, string>>;
  /** What the row says besides, for an export: SQL over the row, by the name it gets. */
  readonly also?: Readonly<Record<string, string>>;
  /** Which words the codes of a column have, in the tables that a person takes along: a set of words by the name of the column. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Rows that a person does not get: SQL, and why. */
  readonly without?: { readonly sql: string; readonly why: string };
  /** Columns of text that say nothing of a person. */
  readonly others?: readonly string[];
}

/** A table in which nobody is named: its columns of text. */
export interface ImpersonalTable {
  readonly others: readonly string[];
}

/**
 * What is kept of people, column by column: each library says it of its own tables. From it come the map in
 * docs/security/personal-data.md, what a person takes along, what an erasure makes of it, and the test that nothing is
 * missing here.
 */
export const personalData = new Registry<PersonalTable | ImpersonalTable>('table of personal data');

export function isPersonal(table: PersonalTable | ImpersonalTable): table is PersonalTable {
  return 'columns' in table;
}

/** The tables that hold something of people, in the order they were said. */
export function personalTables(): Array<[name: string, table: PersonalTable]> {
  return personalData.all().flatMap(([name, table]) => (isPersonal(table) ? [[name, table] as const] : [])) as Array<
    [string, PersonalTable]
  >;
}

/** Goes with its row. */
export const withRow: Erased = { words: 'goes with its row', becomes: null };
/** Nothing stands there any more. */
export const emptied: Erased = { words: 'emptied', becomes: 'NULL' };
export const emptyText: Erased = { words: 'emptied', becomes: `''` };
export const emptyList: Erased = { words: 'emptied', becomes: `'{}'` };
/** A name where there has to be one. */
export const nameless: Erased = { words: 'becomes “—”', becomes: `'—'` };
/** An address where there has to be one, of a domain that nobody can have (RFC 2606). */
export const noAddress: Erased = {
  words: 'becomes an address of nobody',
  becomes: `('erased-' || t.id || '@erased.invalid')`,
};
/** Made of other columns by the database, and gone with them. */
export const derived: Erased = { words: 'follows the columns it is made of', becomes: null };
export const stays = (why: string): Erased => ({ words: `stays: ${why}`, becomes: null });
export const becomes = (sql: string, words: string): Erased => ({ words, becomes: sql });

type More = Omit<PersonalColumn, 'class' | 'erased'>;
const columnOf =
  (kind: DataClass) =>
  (erased: Erased, more: More = {}): PersonalColumn => ({ class: kind, erased, ...more });

/** A column by what it holds: `name: personal.contact(nameless)`. */
export const personal = {
  contact: columnOf('contact'),
  content: columnOf('content'),
  financial: columnOf('financial'),
  special: columnOf('special'),
  access: columnOf('access'),
  trace: columnOf('trace'),
};

/** Columns of text that say nothing of a person, one after the other. */
export const plain = (columns: string): string[] => columns.split(' ');
