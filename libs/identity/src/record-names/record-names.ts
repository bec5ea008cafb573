import { Injectable } from '@nestjs/common';
import { Database, isErased } from '@upstander/platform';
import { recordLookups, type NamedRow, type RecordLookup } from './record-name.js';

/** How a thing in a log can be named. */
export type RecordState = 'present' | 'erased' | 'deleted' | 'unnamed';

export interface NamedRecord {
  kind: string;
  /** Null if no library names things of this kind, so the sealed zone stays unnamed and unnumbered. */
  id: string | null;
  state: RecordState;
  name: string | null;
  nameEs: string | null;
  context: string | null;
  day: string | null;
  path: string | null;
}

/** Names the things that the log of staff actions mentions by ID. Entities declare their kinds with `@RecordName`. */
@Injectable()
export class RecordNames {
  private readonly lookups = new Map<string, RecordLookup>();
  /** The kinds that the ID of a recorded kind may be of, the most likely first. */
  private readonly kindsOf = new Map<string, string[]>();

  constructor(private readonly db: Database) {
    for (const [kind, lookup] of recordLookups()) this.define(kind, lookup);
  }

  /** Defines a kind whose lookup needs a provider. @throws Error if the kind is defined twice */
  define(kind: string, lookup: RecordLookup): void {
    if (this.lookups.has(kind)) throw new Error(`The names of "${kind}" are defined twice.`);
    this.lookups.set(kind, lookup);
    this.kindsOf.set(kind, [kind, ...(this.kindsOf.get(kind) ?? [])]);
    for (const name of lookup.also ?? []) this.kindsOf.set(name, [...(this.kindsOf.get(name) ?? []), kind]);
  }

  kinds(): string[] {
    return [...this.lookups.keys()];
  }

  isNamed(recordedKind: string): boolean {
    return this.kindsOf.has(recordedKind);
  }

  /** Finds the names of recorded things with one statement per kind. Keys of the result are their IDs. */
  async find(things: ReadonlyArray<{ kind: string; id: string }>): Promise<Map<string, NamedRecord>> {
    const wanted = new Map<string, Set<string>>();
    for (const { kind, id } of things) {
      for (const possible of this.kindsOf.get(kind) ?? []) {
        wanted.set(possible, (wanted.get(possible) ?? new Set()).add(id));
      }
    }
    const found = new Map<string, NamedRecord>();
    const named = await Promise.all([...wanted].map(([kind, ids]) => this.findOfKind(kind, [...ids])));
    for (const thing of named.flat()) found.set(thing.id!, thing);
    for (const { kind, id } of things) if (!found.has(id)) found.set(id, this.missing(kind, id));
    return found;
  }

  private async findOfKind(kind: string, ids: readonly string[]): Promise<NamedRecord[]> {
    const { sql, values, path, isPerson } = this.lookups.get(kind)!;
    const rows = await this.db.query<NamedRow>(sql, [ids, ...(values?.() ?? [])]);
    return rows.map((row) => {
      const erased = row.name !== null && isErased(row.name);
      return {
        kind,
        id: row.id,
        state: erased ? 'erased' : 'present',
        name: erased ? null : row.name,
        nameEs: erased ? null : (row.nameEs ?? null),
        context: row.context ?? null,
        day: row.day ?? null,
        path: erased && isPerson ? null : (path?.(row) ?? null),
      };
    });
  }

  private missing(recordedKind: string, id: string): NamedRecord {
    const none = { name: null, nameEs: null, context: null, day: null, path: null };
    const [kind] = this.kindsOf.get(recordedKind) ?? [];
    return kind === undefined
      ? { kind: recordedKind, id: null, state: 'unnamed', ...none }
      : { kind, id, state: 'deleted', ...none };
  }
}
