import type { Values } from '@upstander/platform';
import { lastDay, requiredCredentials } from '../requirements/requirement-columns.js';
import type { Seeker } from './seeker.js';

/** SQL expressions that compare the requirements of shifts `s` with the volunteer's profile. */
export interface RequirementConditions {
  lacksNothing: string;
  /** True if a requirement is missing. Starts with the condition of a small partial index. */
  lacksSomething: string;
  /** The missing requirements of the shift in row `page`, as `asked.missing`. */
  missing: string;
}

/** SQL: true if a shift has requirements; few do. Matches the condition of the index `shift_open_asking`. */
const hasRequirements = `(s.skill_ids <> '{}' OR s.strict_credential_ids <> '{}' OR s.day_credential_ids <> '{}'
  OR s.minimum_age IS NOT NULL)`;

/**
 * Returns conditions that compare shift requirements with the volunteer's skills, age and credentials.
 * Credentials must be valid to the end of the shift.
 */
export function requirementConditionsOf(seeker: Seeker, values: Values): RequirementConditions {
  const skills = `${values.add(seeker.skillIds)}::uuid[]`;
  const heldCredentials = `jsonb_to_recordset(${values.add(JSON.stringify(seeker.credentials))}::jsonb) AS h (id uuid, since date, until date)`;
  const [year, minor, bornBy] = [seeker.birthYear, seeker.minor, seeker.bornBy].map((value) => values.add(value));
  const lacksCredential = `NOT EXISTS (SELECT FROM ${heldCredentials} WHERE h.id = t.id AND ${lastDay} BETWEEN h.since AND h.until)`;
  const ageCondition = `s.minimum_age IS NOT NULL AND events.old_enough(s.minimum_age, s.starts_at_local::date,
    ${year}::integer, ${minor}::boolean, ${bornBy}::date) IS NOT TRUE`;
  const lacksRequirement = `(NOT s.skill_ids <@ ${skills} OR (${ageCondition})
    OR ((s.strict_credential_ids || s.day_credential_ids) <> '{}' AND EXISTS (SELECT FROM ${requiredCredentials} WHERE ${lacksCredential})))`;
  return {
    lacksNothing: `(NOT ${hasRequirements} OR NOT ${lacksRequirement})`,
    lacksSomething: `${hasRequirements} AND ${lacksRequirement}`,
    missing: `(
      SELECT coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'name', m.name, 'nameEs', m.name_es,
        'isRequiredToSignUp', m.strict) ORDER BY m.strict DESC, m.kind, m.name), '[]') AS missing
      FROM events.shift s CROSS JOIN LATERAL (
        SELECT t.id, 'skill' AS kind, t.name, t.name_es, false AS strict
        FROM volunteers.term t WHERE t.id = ANY (s.skill_ids) AND t.id <> ALL (${skills})
        UNION ALL SELECT t.id, 'credential', t.name, t.name_es, r.strict FROM ${requiredCredentials} WHERE ${lacksCredential}
        UNION ALL SELECT s.id, 'age', s.minimum_age || '+', s.minimum_age || '+', false WHERE ${ageCondition}
      ) m WHERE s.id = page.id
    ) asked`,
  };
}
