/**
 * That the credential `c` of the type `t` counts through a day, as SQL: approved, of the text that stands, and not run out.
 * What was signed at a door for an address that nobody has confirmed counts at that door alone.
 */
export function counts(day: string): string {
  return `c.status = 'approved' AND c.address_confirmed AND (c.expires_on IS NULL OR c.expires_on >= ${day})
    AND (t.kind <> 'waiver' OR c.text_version = t.text_version)`;
}

/**
 * That the volunteer `v` has what the type `t` asks for, through a day. An age is had by the year of birth as well, once
 * the birthday of that year is certainly past. For a statement that knows volunteers as `v` (perhaps none) and types as `t`.
 */
export function holds(day: string): string {
  return `(EXISTS (SELECT FROM volunteers.credential c WHERE c.volunteer_id = v.id AND c.type_id = t.id AND ${counts(day)})
    OR (t.kind = 'age' AND coalesce(extract(year FROM ${day}) > v.birth_year + t.minimum_age, false)))`;
}

/**
 * That the credential `c`, which counts, ends between these days and no other of its type lasts longer. In the words of
 * the index of last days: no type warns earlier than a year.
 */
export function endsSoon(day: string, until: string): string {
  return `c.expires_on IS NOT NULL AND c.expires_on >= ${day} AND c.expires_on <= ${day} + 365 AND c.expires_on <= ${until}
    AND NOT EXISTS (
      SELECT FROM volunteers.credential o WHERE o.volunteer_id = c.volunteer_id AND o.type_id = c.type_id AND o.id <> c.id
        AND o.status = 'approved' AND (o.expires_on IS NULL OR o.expires_on > c.expires_on)
    )`;
}

/**
 * What the volunteer `v` has, as rows of `id`, `since` and `until`: on which days each type is had as `holds` says, for
 * whoever compares it with the last days of many shifts.
 */
export const heldSpans = `SELECT c.type_id AS id, '-infinity'::date AS since, coalesce(c.expires_on, 'infinity') AS until
  FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
  WHERE c.volunteer_id = v.id AND ${counts("'-infinity'")}
  UNION ALL SELECT t.id, make_date(v.birth_year + t.minimum_age + 1, 1, 1), 'infinity'
  FROM volunteers.credential_type t WHERE t.kind = 'age' AND v.birth_year IS NOT NULL`;
