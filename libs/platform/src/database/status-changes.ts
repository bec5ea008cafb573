/**
 * From which state of a noun a thing goes to which others; `begins` where it cannot begin in any. Written beside the states
 * of the noun. The migrations copy it to platform.status_change, by which the database refuses every other way
 * (db/functions/platform/keep_status_changes.sql).
 */
export type StatusChanges<S extends string> = Readonly<Record<S, readonly S[]>> & { readonly begins?: readonly S[] };

/** The states from which a thing can go to this one. */
export function whence<S extends string>(changes: Readonly<Record<S, readonly S[]>>, to: S): S[] {
  return (Object.keys(changes) as S[]).filter((from) => changes[from].includes(to));
}
