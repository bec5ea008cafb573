import { chapterJson } from '@upstander/identity';
import { selectList } from '@upstander/platform';
import { Volunteer } from './volunteer.entity.js';

const terms = (ids: string) =>
  `(SELECT coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'name', t.name, 'nameEs', t.name_es,
      'retiredAt', t.retired_at) ORDER BY t.name), '[]') FROM volunteers.term t WHERE t.id = ANY (${ids}))`;

/** SQL: columns from other tables for a volunteer `v`. */
export const relatedColumns = `${terms('v.skill_ids')} AS skills, ${terms('v.interest_ids')} AS interests,
  ${chapterJson('v.home_chapter_id')} AS "homeChapter"`;

export const ownColumns = `${selectList(Volunteer, 'v', 'owner')}, ${relatedColumns}, (
    SELECT json_build_object('name', k.name, 'phone', k.phone, 'relation', k.relation)
    FROM volunteers.emergency_contact k WHERE k.volunteer_id = v.id
  ) AS "emergencyContact", v.messages_stopped_at IS NULL AS "getsMessages"`;

/**
 * SQL: true if volunteer `v` counts as under 18 in a year.
 * Either by their own statement, or until the end of the year in which they turn 18.
 */
export const isMinor = (year: string) => `(v.minor OR coalesce(v.birth_year >= ${year}::integer - 18, false))`;
