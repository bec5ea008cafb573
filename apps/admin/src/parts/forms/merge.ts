/** A field that two users changed to different values. */
export interface MergeConflict {
  field: string;
  theirs: unknown;
  mine: unknown;
}

export interface Merged<Values> {
  /** The merged values. Conflicting fields keep the user's input. */
  values: Values;
  conflicts: MergeConflict[];
  taken: string[];
}

/**
 * Merges another user's saved values into a form being edited. A field changed by both keeps the user's input and is
 * reported as a conflict. Fields are compared as a whole.
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
