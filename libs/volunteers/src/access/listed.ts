/**
 * SQL: true for volunteers `v` in lists: verified, or added by staff without an address; not merged and not erased.
 * Matches the partial indexes of the lists (db/migrations/1799881000000-admit-without-email.ts).
 */
export function listedCondition(v: string): string {
  return `(${v}.proven_at IS NOT NULL OR ${v}.met_at IS NOT NULL) AND ${v}.merged_into IS NULL AND ${v}.erased_at IS NULL`;
}
