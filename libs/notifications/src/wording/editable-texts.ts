import type { LocaleName } from '@upstander/identity';

/** ICU messages of a catalog, as in its JSON file. */
export type Messages = string | readonly Messages[] | { readonly [key: string]: Messages };

/** A text of an email, or a function that fills in its placeholders. */
export type CompiledText = string | ((values: never) => string);

interface Catalog {
  /** Library and file, for example `events:thank-you`. */
  readonly name: string;
  readonly messages: Readonly<Record<LocaleName, Messages>>;
  readonly emails: readonly EmailEntry[];
  /** The object that templates read their texts from. */
  readonly words: Readonly<Record<LocaleName, object>>;
  /** A copy of them with the compiled texts, which stays as it is. */
  readonly originals: Readonly<Record<LocaleName, object>>;
}

/** Why a text can't be edited. */
export type FixedReason = 'safety' | 'security' | 'law' | 'unsubscribe';

/** The `about` of an email, or of a part of a catalog, in its JSON files. */
export interface EmailEntry {
  /** Keys in the catalog; empty for the whole catalog. */
  readonly path: readonly string[];
  readonly about: Readonly<Record<LocaleName, { name: string; when: string }>>;
  readonly fixed?: FixedReason;
  readonly fixedTexts?: Readonly<Record<string, FixedReason>>;
  readonly buttons?: readonly string[];
}

const catalogs = new Map<string, Catalog>();

/** Registers the texts of a catalog, so that admins can edit them. Called by generated files. */
export function editableTexts<Words extends Record<LocaleName, object>>(
  name: string,
  words: Words,
  messages: Record<LocaleName, Messages>,
  emails: readonly EmailEntry[],
): Words {
  if (catalogs.has(name)) throw new Error(`There are two catalogs of emails with the name "${name}".`);
  catalogs.set(name, { name, messages, emails, words, originals: copyOf(words) });
  return words;
}

/** structuredClone refuses functions. */
function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner as unknown)])) as Value;
}

export function emailCatalogs(): Catalog[] {
  return [...catalogs.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
