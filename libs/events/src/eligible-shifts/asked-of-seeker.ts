import type { Values } from '@upstander/platform';
import { lastDay, required } from '../signups/requirements/requirement-columns.js';
import type { Seeker } from './seeker.js';

/** What a statement over shifts `s` says of what they ask and somebody is not known to have. */
export interface Asked {
  /** That nothing is missing. */
  lacksNothing: string;
  /** The others; it begins in the words of their index, which is short. */
  lacksSomething: string;
  /** What is missing for the shift of the row `page`, as `asked.missing`. */
  missing: string;
}

/** That a shift asks for anything at all: few do. In the words of the index `shift_open_asking`. */
const asks = `(s.skill_ids <> '{}' OR s.strict_credential_ids <> '{}' OR s.day_credential_ids <> '{}'
  OR s.minimum_age IS NOT NULL)`;

/** Compares what shifts ask for with what is known of whoever looks for one: skills, credentials to the end of the shift, age. */
export function askedOf(seeker: Seeker, values: Values): Asked {
  const skills = `${values.add(seeker.skillIds)}::uuid[]`;
  const held = `jsonb_to_recordset(${values.add(JSON.stringify(seeker.credentials))}::jsonb) AS h (id uuid, since date, until date)`;
  const [year, minor, bornBy] = [seeker.birthYear, seeker.minor, seeker.bornBy].map((known) => values.add(known));
  const lacksCredential = `NOT EXISTS (SELECT FROM ${held} WHERE h.id = t.id AND ${lastDay} BETWEEN h.since AND h.until)`;
  const tooLittleKnown = `s.minimum_age IS NOT NULL AND events.old_enough(s.minimum_age, s.starts_at_local::date,
    ${year}::integer, ${minor}::boolean, ${bornBy}::date) IS NOT TRUE`;
  const lacks = `(NOT s.skill_ids <@ ${skills} OR (${tooLittleKnown})
    OR ((s.strict_credential_ids || s.day_credential_ids) <> '{}' AND EXISTS (SELECT FROM ${required} WHERE ${lacksCredential})))`;
  return {
    lacksNothing: `(NOT ${asks} OR NOT ${lacks})`,
    lacksSomething: `${asks} AND ${lacks}`,
    missing: `(
      SELECT coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'name', m.name, 'nameEs', m.name_es,
        'strict', m.strict) ORDER BY m.strict DESC, m.kind, m.name), '[]') AS missing
      FROM events.shift s CROSS JOIN LATERAL (
        SELECT t.id, 'skill' AS kind, t.name, t.name_es, false AS strict
        FROM volunteers.term t WHERE t.id = ANY (s.skill_ids) AND t.id <> ALL (${skills})
        UNION ALL SELECT t.id, 'credential', t.name, t.name_es, r.strict FROM ${required} WHERE ${lacksCredential}
        UNION ALL SELECT s.id, 'age', s.minimum_age || '+', s.minimum_age || '+', false WHERE ${tooLittleKnown}
      ) m WHERE s.id = page.id
    ) asked`,
  };
}
