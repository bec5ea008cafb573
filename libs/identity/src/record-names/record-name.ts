import { Registry, tableOf } from '@upstander/platform';

export interface NamedRow {
  id: string;
  /** Null for things without a name, for example a deposit. */
  name: string | null;
  nameEs?: string | null;
  /** Name of what the thing belongs to, for example the event of a shift. */
  context?: string | null;
  /** Calendar day (YYYY-MM-DD) that tells unnamed things apart. */
  day?: string | null;
  /** ID in the path, if the thing is shown on the page of another. */
  pageId?: string | null;
}

export interface RecordLookup {
  /** Names that arguments and answers of the API also have for IDs of this kind. */
  readonly also?: readonly string[];
  /** Selects rows `NamedRow` of the IDs `$1`. */
  readonly sql: string;
  /** Further parameters of the SQL, from `$2`. */
  readonly values?: () => readonly unknown[];
  /** Path in the admin, below `/admin`. */
  readonly path?: (row: NamedRow) => string;
  /** True if the page at the path is about a person: an erased one has no page. */
  readonly isPerson?: true;
}

const registry = new Registry<{ table: string; lookup: RecordLookup }>('kind of record');

/** Declares how the log of staff actions names records of a kind. Goes above `@Entity`. */
export function RecordName(kind: string, lookup: RecordLookup): ClassDecorator {
  return (entity) => {
    const { schema, name } = tableOf(entity);
    registry.define({ [kind]: { table: `${schema}.${name}`, lookup } });
  };
}

/** Returns the declared kinds by table, because the order of declaration depends on imports. */
export function recordLookups(): Array<[kind: string, lookup: RecordLookup]> {
  return registry
    .all()
    .sort(([, a], [, b]) => (a.table < b.table ? -1 : 1))
    .map(([kind, { lookup }]) => [kind, lookup]);
}
