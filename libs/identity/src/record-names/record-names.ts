import { Injectable } from '@nestjs/common';
import { Database, isErased } from '@upstander/platform';
import { recordLookups, type NamedRow, type RecordLookup } from './record-name.js';

/** State of a record in the log of staff actions. */
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

/** Entities declare their kinds with `@RecordName`. */
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

  hasNames(recordedKind: string): boolean {
    return this.kindsOf.has(recordedKind);
  }

  /** One statement per kind. Keys of the result are IDs. */
  async find(targets: ReadonlyArray<{ kind: string; id: string }>): Promise<Map<string, NamedRecord>> {
    const idsByKind = new Map<string, Set<string>>();
    for (const { kind, id } of targets) {
      for (const possible of this.kindsOf.get(kind) ?? []) {
        idsByKind.set(possible, (idsByKind.get(possible) ?? new Set()).add(id));
      }
    }
    const recordsByKey = new Map<string, NamedRecord>();
    const recordLists = await Promise.all([...idsByKind].map(([kind, ids]) => this.findOfKind(kind, [...ids])));
    for (const record of recordLists.flat()) recordsByKey.set(record.id!, record);
    for (const { kind, id } of targets) if (!recordsByKey.has(id)) recordsByKey.set(id, this.missingRecord(kind, id));
    return recordsByKey;
  }

  private async findOfKind(kind: string, ids: readonly string[]): Promise<NamedRecord[]> {
    const { sql, values, path, isPerson } = this.lookups.get(kind)!;
    const rows = await this.db.query<NamedRow>(sql, [ids, ...(values?.() ?? [])]);
    return rows.map((row) => {
      const isNameErased = row.name !== null && isErased(row.name);
      return {
        kind,
        id: row.id,
        state: isNameErased ? 'erased' : 'present',
        name: isNameErased ? null : row.name,
        nameEs: isNameErased ? null : (row.nameEs ?? null),
        context: row.context ?? null,
        day: row.day ?? null,
        path: isNameErased && isPerson ? null : (path?.(row) ?? null),
      };
    });
  }

  private missingRecord(recordedKind: string, id: string): NamedRecord {
    const emptyRecord = { name: null, nameEs: null, context: null, day: null, path: null };
    const [kind] = this.kindsOf.get(recordedKind) ?? [];
    return kind === undefined
      ? { kind: recordedKind, id: null, state: 'unnamed', ...emptyRecord }
      : { kind, id, state: 'deleted', ...emptyRecord };
  }
}
