import { selectList } from '@upstander/platform';
import { CredentialType, meetsTypeThrough } from '@upstander/volunteers';

/** SQL: the requirements of shift `s` as rows `r` (`id`, `strict`). Retired credential types are excluded. */
export const requiredCredentials = `(
    SELECT id, true AS strict FROM unnest(s.strict_credential_ids) AS id
    UNION ALL SELECT id, false FROM unnest(s.day_credential_ids) AS id WHERE id <> ALL (s.strict_credential_ids)
  ) r JOIN volunteers.credential_type t ON t.id = r.id AND t.retired_at IS NULL`;

/** SQL: each shift `s` with its requirements `t`, which are credential types and `strict`. */
export const requiredOfShifts = `events.shift s CROSS JOIN LATERAL (SELECT t.*, r.strict FROM ${requiredCredentials}) t`;

/** SQL: the deadline for the "by the day" requirements of shift `s`. */
export const dueAt = `s.starts_at - s.credentials_due_hours * interval '1 hour'`;

/** SQL: the last day on which shift `s` takes place. A credential must be valid through the end of this day. */
export const lastDay = `(s.ends_at_local - interval '1 microsecond')::date`;

/** SQL: true if volunteer `v` lacks credential type `t` for shift `s`. */
export const lacksCredential = `NOT ${meetsTypeThrough(lastDay)}`;

const requiresCredential = `(s.strict_credential_ids || s.day_credential_ids) <> '{}'`;

/** SQL: true if waiver `t` was signed at check-in for sign-up `u`, in any version of the text. */
const signedAtDoorCondition = `EXISTS (SELECT FROM volunteers.credential c
  WHERE c.signup_id = u.id AND c.type_id = t.id AND c.status = 'approved')`;

/** SQL: true if volunteer `v` lacks a credential for the shift `s` of sign-up `u`. */
export const lacksAnyCondition = `${requiresCredential}
  AND EXISTS (SELECT FROM ${requiredCredentials} WHERE ${lacksCredential} AND NOT ${signedAtDoorCondition})`;

/**
 * SQL rows: waivers of shift `s` that are unsigned for sign-up `u` of volunteer `v`. Until the address is confirmed,
 * only signatures made at check-in count, so that entering an address reveals nothing about its owner.
 */
const unsignedWaivers = `FROM ${requiredCredentials} WHERE t.kind = 'waiver' AND t.text_version IS NOT NULL AND NOT ${signedAtDoorCondition}
  AND (u.proven_at IS NULL OR ${lacksCredential})`;
export const unsignedWaiverIds = `CASE WHEN ${requiresCredential}
  THEN ARRAY(SELECT t.id ${unsignedWaivers} ORDER BY platform.fold(t.name)) ELSE '{}' END`;
export const lacksWaiver = `(${requiresCredential} AND EXISTS (SELECT ${unsignedWaivers}))`;

/** SQL: the reason a credential does not count. A pending one comes first, then the one closest to being valid. */
export const reason = `(SELECT CASE
    WHEN bool_or(c.status IN ('claimed', 'requested', 'disclosed', 'authorised', 'under_review')) THEN 'pending'
    WHEN bool_or(c.status = 'approved' AND t.kind = 'waiver' AND c.text_version <> t.text_version) THEN 'new_text'
    WHEN bool_or(c.status = 'approved') THEN 'expires_early' ELSE 'none' END
  FROM volunteers.credential c WHERE c.volunteer_id = v.id AND c.type_id = t.id)`;

export const typeJson = `(SELECT to_json(k) FROM (SELECT ${selectList(CredentialType, 't', 'anyone')}) k)`;

/** SQL: the requirements of shift `s` as JSON. Most shifts have none. */
export const requirementsOf = `CASE WHEN (s.strict_credential_ids || s.day_credential_ids) = '{}' THEN '[]'::json ELSE (
    SELECT coalesce(json_agg(json_build_object('type', ${typeJson}, 'isRequiredToSignUp', r.strict,
      'dueAt', CASE WHEN NOT r.strict THEN ${dueAt} END) ORDER BY r.strict DESC, platform.fold(t.name)), '[]')
    FROM ${requiredCredentials}
  ) END`;
