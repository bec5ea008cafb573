/**
 * SQL: true for volunteers `v` in lists: verified, not merged and not erased.
 * Matches the partial indexes of the lists (db/migrations/1799070000000-know-volunteers.ts).
 */
export function listed(v: string): string {
  return `${v}.proven_at IS NOT NULL AND ${v}.merged_into IS NULL AND ${v}.erased_at IS NULL`;
}
