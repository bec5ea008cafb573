import { columnsOf } from '@upstander/platform';
import { CredentialType, holds } from '@upstander/volunteers';

/** What a shift `s` asks for, as rows `r` of `id` and `strict`; what is retired nobody asks for. */
export const required = `(
    SELECT id, true AS strict FROM unnest(s.strict_credential_ids) AS id
    UNION ALL SELECT id, false FROM unnest(s.day_credential_ids) AS id WHERE id <> ALL (s.strict_credential_ids)
  ) r JOIN volunteers.credential_type t ON t.id = r.id AND t.retired_at IS NULL`;

/** By when those who have a place must have what the shift `s` asks for by the day. */
export const dueAt = `s.starts_at - s.credentials_due_hours * interval '1 hour'`;

/** The day to the end of which a credential must count: the last instant of the shift `s` is on it. */
export const lastDay = `(s.ends_at_local - interval '1 microsecond')::date`;

/** That the volunteer `v` lacks the type `t` for the shift `s`. */
export const lacks = `NOT ${holds(lastDay)}`;

const asksForSomething = `(s.strict_credential_ids || s.day_credential_ids) <> '{}'`;

/** That the waiver `t` was signed at the door for the sign-up `u`: in whatever version stood then. */
const signedAtDoor = `EXISTS (SELECT FROM volunteers.credential c
  WHERE c.signup_id = u.id AND c.type_id = t.id AND c.status = 'approved')`;

/** That the volunteer `v` lacks something for the shift `s` of their sign-up `u`. */
export const lacksSomething = `${asksForSomething}
  AND EXISTS (SELECT FROM ${required} WHERE ${lacks} AND NOT ${signedAtDoor})`;

/**
 * The waivers of the shift `s` that nobody has signed for the sign-up `u` of the volunteer `v`, as rows: as long as its address is not
 * confirmed only what was signed at the door is known, and whoever types an address learns nothing of its owner.
 */
const unsignedWaivers = `FROM ${required} WHERE t.kind = 'waiver' AND t.text_version IS NOT NULL AND NOT ${signedAtDoor}
  AND (u.proven_at IS NULL OR ${lacks})`;
export const unsignedWaiverIds = `CASE WHEN ${asksForSomething}
  THEN ARRAY(SELECT t.id ${unsignedWaivers} ORDER BY platform.fold(t.name)) ELSE '{}' END`;
export const lacksWaiver = `(${asksForSomething} AND EXISTS (SELECT ${unsignedWaivers}))`;

/** Why they lack it: what is under way first, then what is nearest to counting. */
export const reason = `(SELECT CASE
    WHEN bool_or(c.status IN ('claimed', 'requested', 'disclosed', 'authorised', 'under_review')) THEN 'pending'
    WHEN bool_or(c.status = 'approved' AND t.kind = 'waiver' AND c.text_version <> t.text_version) THEN 'new_text'
    WHEN bool_or(c.status = 'approved') THEN 'runs_out' ELSE 'none' END
  FROM volunteers.credential c WHERE c.volunteer_id = v.id AND c.type_id = t.id)`;

/** A type `t` as JSON. */
export const typeJson = `(SELECT to_json(k) FROM (SELECT ${columnsOf(CredentialType, 't', 'anyone')}) k)`;

/** What a shift `s` asks for as JSON; few ask for anything. */
export const requirementsOf = `CASE WHEN (s.strict_credential_ids || s.day_credential_ids) = '{}' THEN '[]'::json ELSE (
    SELECT coalesce(json_agg(json_build_object('type', ${typeJson}, 'strict', r.strict,
      'dueAt', CASE WHEN NOT r.strict THEN ${dueAt} END) ORDER BY r.strict DESC, platform.fold(t.name)), '[]')
    FROM ${required}
  ) END`;
