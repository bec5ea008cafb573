/** One field that two people changed differently: what the other saved, and what is typed here. */
export interface MergeConflict {
  field: string;
  theirs: unknown;
  mine: unknown;
}

export interface Merged<Values> {
  /** What is typed, and beside it what only the other changed. */
  values: Values;
  conflicts: MergeConflict[];
  /** Fields that only the other changed. */
  taken: string[];
}

/**
 * Brings together what somebody else saved while a form was being written: where only one of the two changed a field,
 * that change stays; where both did, what is typed stays and the field is a conflict. Fields are compared whole.
 */
export function merge<Values extends object>(initial: Values, mine: Values, theirs: Values): Merged<Values> {
  const values = { ...mine };
  const conflicts: MergeConflict[] = [];
  const taken: string[] = [];
  for (const field of Object.keys(mine) as Array<keyof Values & string>) {
    if (same(theirs[field], initial[field]) || same(theirs[field], mine[field])) continue;
    if (same(mine[field], initial[field])) {
      values[field] = theirs[field];
      taken.push(field);
    } else {
      conflicts.push({ field, theirs: theirs[field], mine: mine[field] });
    }
  }
  return { values, conflicts, taken };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
