/**
 * What the libraries own and the platform only runs: each defines its own jobs, settings and limits where it is imported,
 * as it does its entities. For the compiler it adds their names to an interface of the platform:
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

  /** @param kind the word for one of them, for what is said when something is wrong. */
  constructor(private readonly kind: string) {}

  /** @throws when there is one of such a name already. */
  define<const Own extends Readonly<Record<string, Entry>>>(own: Own): Own {
    for (const [name, entry] of Object.entries(own)) {
      if (this.entries.has(name)) throw new Error(`The ${this.kind} "${name}" is defined twice.`);
      this.entries.set(name, entry);
    }
    return own;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws when there is none of such a name. */
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

/** The names of what a library has defined, for the interface of the platform that it adds them to. */
export type Defined<Own> = { [Name in keyof Own]: Own[Name] };
