/**
 * A registry of entries that libraries define on import: jobs, settings, limits.
 * Each library also extends an interface of the platform with the names of its entries:
 *
 * ```ts
 * export const eventJobs = jobs.define({ 'expire-offers': { every: 60_000 } });
 * declare module '@upstander/platform' {
 *   interface Jobs extends Defined<typeof eventJobs> {}
 * }
 * ```
 */
export class Registry<Entry> {
  private readonly entries = new Map<string, Entry>();

  /** @param kind the noun for an entry in error messages */
  constructor(private readonly kind: string) {}

  /** @throws Error if the name is already defined */
  define<const Own extends Readonly<Record<string, Entry>>>(ownEntries: Own): Own {
    for (const [name, entry] of Object.entries(ownEntries)) {
      if (this.entries.has(name)) throw new Error(`The ${this.kind} "${name}" is defined twice.`);
      this.entries.set(name, entry);
    }
    return ownEntries;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws Error if the name isn't defined */
  get(name: string): Entry {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new Error(`There is no ${this.kind} "${name}".`);
    return entry;
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  all(): Array<[name: string, entry: Entry]> {
    return [...this.entries];
  }
}

/** The names of defined entries, for extending an interface of the platform. */
export type Defined<Own> = { [Name in keyof Own]: Own[Name] };
