import { hasPlaceCondition } from '../safeguarding/safeguarding-columns.js';
import { signupTables } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

/** SQL conditions on sign-up `u`, by kind. "Everyone" includes ended sign-ups, to show who is left out. */
const signupConditions = {
  everyone: 'true',
  with_spot: hasPlaceCondition,
  waitlist: `u.status IN ('waitlisted', 'offered')`,
  unconfirmed: `u.proven_at IS NULL AND u.status IN ('confirmed', 'waitlisted', 'offered')`,
  attended: `u.status IN ('checked_in', 'completed')`,
  groups: 'u.group_name IS NOT NULL',
  selected: 'true',
  volunteers_and_participants: 'true',
} as const;

/** SQL conditions on registration `p`, by kind. */
const registrationConditions = {
  participants: 'true',
  participants_registered: `p.status = 'confirmed' AND (p.verified_at IS NOT NULL OR p.expires_at IS NULL)`,
  participants_waitlist: `p.status = 'waitlisted'`,
  participants_arrived: 'p.arrived > 0',
  volunteers_and_participants: 'true',
} as const;

/** SQL expressions for the kind, the shifts (empty for all) and the selected sign-ups. */
interface AudienceSql {
  kind: string;
  shiftIds: string;
  signupIds: string;
}

/** SQL: true if sign-up `u` is in the audience. */
export function audienceCondition({ kind, shiftIds, signupIds }: AudienceSql): string {
  return `(u.repeat_of IS NULL AND (cardinality(${shiftIds}) = 0 OR u.shift_id = ANY (${shiftIds}))
    AND (${kind} <> 'selected' OR u.id = ANY (${signupIds})) AND ${conditionOf(kind, signupConditions)})`;
}

function conditionOf(kind: string, conditions: Readonly<Record<string, string>>): string {
  const cases = Object.entries(conditions).map(([name, condition]) => `WHEN '${name}' THEN ${condition}`);
  return `CASE ${kind} ${cases.join(' ')} ELSE false END`;
}

/** SQL: tells people apart by address. Plain bytes sort 15 times faster than citext. */
function personKey(alias: 'v' | 'p'): string {
  return `lower(coalesce(${alias}.email::text, ${alias}.id::text)) COLLATE "C"`;
}

const isUndeliverable = (address: string) =>
  `EXISTS (SELECT FROM notifications.delivery_problem d WHERE d.recipient = ${address})`;

/**
 * Returns a query with one row per person of an audience: the first sign-up, or the registration of someone without
 * one, and why the person gets no email. A message and its preview both use it.
 */
export function audiencePeople({ eventId, at, ...audience }: AudienceSql & { eventId: string; at: string }): string {
  const isActive = `u.status NOT IN ('cancelled', 'expired')`;
  const isRegistered = `p.status NOT IN ('cancelled', 'expired')`;
  return `
    SELECT DISTINCT ON (person) * FROM (
      SELECT ${personKey('v')} AS person, u.id AS signup_id, NULL::uuid AS registration_id, u.name, u.locale,
        v.email, ${isActive} AS is_active, s.starts_at, e.ends_at <= ${at} AS is_over, CASE
          WHEN NOT (${isActive}) THEN 'ended'
          WHEN v.email IS NULL THEN 'no_email'
          WHEN ${isUndeliverable('v.email')} THEN 'undeliverable'
          WHEN v.messages_stopped_at IS NOT NULL AND e.ends_at <= ${at} THEN 'opted_out'
        END AS left_out
      FROM ${signupTables} ${joinVolunteer('u')}
      WHERE e.id = ${eventId} AND v.erased_at IS NULL AND ${audienceCondition(audience)}
      UNION ALL
      SELECT ${personKey('p')}, NULL, p.id, p.name, p.locale, p.email, ${isRegistered}, e.starts_at,
        e.ends_at <= ${at}, CASE
          WHEN NOT (${isRegistered}) THEN 'ended'
          WHEN p.email IS NULL THEN 'no_email'
          WHEN ${isUndeliverable('p.email')} THEN 'undeliverable'
          WHEN e.ends_at <= ${at} AND (
            EXISTS (SELECT FROM volunteers.volunteer v WHERE v.email = p.email AND v.messages_stopped_at IS NOT NULL)
            OR EXISTS (SELECT FROM events.registration o WHERE o.email = p.email AND o.messages_stopped_at IS NOT NULL)
          ) THEN 'opted_out'
        END
      FROM events.registration p JOIN events.event e ON e.id = p.event_id
      WHERE e.id = ${eventId} AND p.repeat_of IS NULL AND ${conditionOf(audience.kind, registrationConditions)}
    ) people
    ORDER BY person, is_active DESC, signup_id IS NULL, starts_at, signup_id, registration_id`;
}
