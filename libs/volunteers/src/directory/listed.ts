/**
 * Who is in a list of volunteers `v`: whoever proved that the address is theirs, once, and not what was erased. In these
 * words, because the indexes of the lists are made of them (db/migrations/1799070000000-know-volunteers.ts).
 */
export function listed(v: string): string {
  return `${v}.proven_at IS NOT NULL AND ${v}.merged_into IS NULL AND ${v}.erased_at IS NULL`;
}
