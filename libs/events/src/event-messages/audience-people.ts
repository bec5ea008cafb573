import { hasPlaceCondition } from '../safeguarding/safeguarding-columns.js';

/** SQL conditions on sign-up `u`, by kind. "Everyone" includes ended sign-ups, to show who is left out. */
const conditions = {
  everyone: 'true',
  with_spot: hasPlaceCondition,
  waitlist: `u.status IN ('waitlisted', 'offered')`,
  unconfirmed: `u.proven_at IS NULL AND u.status IN ('confirmed', 'waitlisted', 'offered')`,
  attended: `u.status IN ('checked_in', 'completed')`,
  selected: 'true',
} as const;

/** SQL expressions for the kind, the shifts (empty for all) and the selected sign-ups. */
interface AudienceSql {
  kind: string;
  shiftIds: string;
  signupIds: string;
}

/** SQL: true if sign-up `u` is in the audience. */
export function audienceCondition({ kind, shiftIds, signupIds }: AudienceSql): string {
  const cases = Object.entries(conditions).map(([name, condition]) => `WHEN '${name}' THEN ${condition}`);
  return `(u.repeat_of IS NULL AND (cardinality(${shiftIds}) = 0 OR u.shift_id = ANY (${shiftIds}))
    AND (${kind} <> 'selected' OR u.id = ANY (${signupIds})) AND CASE ${kind} ${cases.join(' ')} ELSE false END)`;
}

/**
 * Returns a query with one row per person of an audience: the first sign-up, and why the person gets no email.
 * A message and its preview both use it.
 */
export function audiencePeople({ eventId, at, ...audience }: AudienceSql & { eventId: string; at: string }): string {
  const isActive = `u.status NOT IN ('cancelled', 'expired')`;
  return `
    SELECT DISTINCT ON (u.volunteer_id) u.id AS signup_id, u.volunteer_id, u.name, u.locale, v.email,
      e.ends_at <= ${at} AS is_over, CASE
        WHEN NOT (${isActive}) THEN 'ended'
        WHEN v.email IS NULL THEN 'no_email'
        WHEN v.messages_stopped_at IS NOT NULL AND e.ends_at <= ${at} THEN 'opted_out'
      END AS left_out
    FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
      JOIN events.shift s ON s.id = u.shift_id JOIN events.event e ON e.id = s.event_id
    WHERE e.id = ${eventId} AND v.erased_at IS NULL AND ${audienceCondition(audience)}
    ORDER BY u.volunteer_id, (${isActive}) DESC, s.starts_at, u.id`;
}
