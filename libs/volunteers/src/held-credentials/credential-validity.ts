/**
 * SQL: true if credential `c` of type `t` is valid through `day`. It must be approved, unexpired and in the current
 * text version. A waiver signed at check-in for an unconfirmed address is valid only for that event.
 */
export function isValidThrough(day: string): string {
  return `c.status = 'approved' AND c.address_confirmed AND (c.expires_on IS NULL OR c.expires_on >= ${day})
    AND (t.kind <> 'waiver' OR c.text_version = t.text_version)`;
}

/**
 * SQL: true if volunteer `v` (may be null) meets type `t` through `day`.
 * An age is also met by the year of birth, once the birthday in that year has certainly passed.
 */
export function meetsTypeCondition(day: string): string {
  return `(EXISTS (SELECT FROM volunteers.credential c WHERE c.volunteer_id = v.id AND c.type_id = t.id AND ${isValidThrough(day)})
    OR (t.kind = 'age' AND coalesce(extract(year FROM ${day}) > v.birth_year + t.minimum_age, false)))`;
}

/**
 * SQL: true if valid credential `c` expires between these days without a later one of the same type.
 * The 365-day limit matches the index; no type warns earlier than a year before.
 */
export function endsSoonCondition(day: string, until: string): string {
  return `c.expires_on IS NOT NULL AND c.expires_on >= ${day} AND c.expires_on <= ${day} + 365 AND c.expires_on <= ${until}
    AND NOT EXISTS (
      SELECT FROM volunteers.credential o WHERE o.volunteer_id = c.volunteer_id AND o.type_id = c.type_id AND o.id <> c.id
        AND o.status = 'approved' AND (o.expires_on IS NULL OR o.expires_on > c.expires_on)
    )`;
}

/**
 * SQL rows `id`, `since`, `until`: when volunteer `v` meets each type, equivalent to `holds`. For comparing with the
 * dates of many shifts.
 */
export const heldPeriods = `SELECT c.type_id AS id, '-infinity'::date AS since, coalesce(c.expires_on, 'infinity') AS until
  FROM volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id
  WHERE c.volunteer_id = v.id AND ${isValidThrough("'-infinity'")}
  UNION ALL SELECT t.id, make_date(v.birth_year + t.minimum_age + 1, 1, 1), 'infinity'
  FROM volunteers.credential_type t WHERE t.kind = 'age' AND v.birth_year IS NOT NULL`;
