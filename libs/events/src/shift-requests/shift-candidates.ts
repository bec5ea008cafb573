import { badInput, type NearPostcode, type SortKey, type Values } from '@upstander/platform';
import { lacksCredential, requiredCredentials } from '../requirements/requirement-columns.js';
import type { ShiftCandidateFilter } from './shift-request.js';
import { shiftTables } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

/** Requests that a volunteer gets within seven days, for all shifts together. */
export const maxRequestsPerWeek = 2;

/** SQL: members of the shift's chapter, as `m` and `v`, with shift `s` and event `e`. */
export const candidatesFrom = (shiftId: string): string => `${shiftTables}
  JOIN volunteers.membership m ON m.chapter_id = e.chapter_id ${joinVolunteer('m')}
    AND s.id = ${shiftId}::uuid`;

/**
 * SQL conditions for volunteers who can be asked at this time: they have a confirmed address, get messages, are free,
 * old enough and hold what the sign-up requires. They weren't asked about this shift, nor too often this week.
 */
export function mayBeAsked(at: string): string[] {
  return [
    `e.status = 'published' AND s.starts_at > ${at}`,
    'v.proven_at IS NOT NULL AND v.email IS NOT NULL AND v.merged_into IS NULL AND v.erased_at IS NULL',
    'v.messages_stopped_at IS NULL',
    `events.old_enough(s.minimum_age, s.starts_at_local::date, v.birth_year, v.minor, v.born_by) IS NOT FALSE`,
    `NOT EXISTS (SELECT FROM events.signup u WHERE u.volunteer_id = v.id AND u.repeat_of IS NULL
       AND (u.shift_id = s.id AND u.status NOT IN ('cancelled', 'expired')
         OR u.during && tstzrange(s.starts_at, s.ends_at, '[)') AND u.status IN ('confirmed', 'offered', 'checked_in')))`,
    `NOT EXISTS (SELECT FROM events.shift_request q WHERE q.volunteer_id = v.id AND q.shift_id = s.id)`,
    `(SELECT count(*) FROM events.shift_request q WHERE q.volunteer_id = v.id
       AND q.asked_at > ${at}::timestamptz - interval '7 days') < ${maxRequestsPerWeek}`,
    `NOT EXISTS (SELECT FROM ${requiredCredentials} WHERE r.strict AND ${lacksCredential})`,
  ];
}

const isAdultSql = `coalesce(events.old_enough(18, s.starts_at_local::date, v.birth_year, v.minor, v.born_by), false)`;
const hasSkillsSql = `(v.skill_ids @> s.skill_ids)`;
const minuteOf = (time: string) => `(extract(hour FROM ${time}) * 60 + extract(minute FROM ${time}))`;
const durationSql = '(extract(epoch FROM s.ends_at - s.starts_at) / 60)';

/** SQL: true if one period of the weekly availability covers half of the shift; null without availability. */
const isAvailableSql = `CASE WHEN v.availability <> '[]' THEN EXISTS (
    SELECT FROM jsonb_to_recordset(v.availability) AS a (weekday integer, "from" interval, until interval)
    WHERE a.weekday = extract(isodow FROM s.starts_at_local)
      AND 2 * (least(${minuteOf('s.starts_at_local')} + ${durationSql}, extract(epoch FROM a.until) / 60)
        - greatest(${minuteOf('s.starts_at_local')}, extract(epoch FROM a."from") / 60)) >= ${durationSql}
  ) END`;
const hasCredentialsSql = `NOT EXISTS (SELECT FROM ${requiredCredentials} WHERE ${lacksCredential})`;

export interface CandidateQuestion {
  columns: string;
  conditions: string[];
  by: SortKey[];
}

/**
 * Builds the list of candidates, best match first: skills, then availability, then distance, then the latest sign-up.
 * @throws Refusal BAD_INPUT
 */
export function buildCandidateQuery(
  filter: ShiftCandidateFilter,
  { near, at }: { near: readonly NearPostcode[]; at: string },
  values: Values,
): CandidateQuestion {
  const { miles: maxMiles } = filter;
  if (maxMiles && (maxMiles < 1 || maxMiles > 200)) throw badInput({ 'filter.miles': 'out-of-range' });
  const codes = `${values.add(near.map(({ code }) => code))}::text[]`;
  const distances = `${values.add(near.map(({ miles }) => Math.round(miles)))}::integer[]`;
  const miles = `(${distances})[array_position(${codes}, v.postcode)]`;
  const conditions = mayBeAsked(at);
  if (filter.isAdult) conditions.push(isAdultSql);
  if (filter.hasSkills) conditions.push(hasSkillsSql);
  if (filter.isAvailable) conditions.push(`(${isAvailableSql})`);
  if (maxMiles) conditions.push(`${miles} <= ${values.add(maxMiles)}::integer`);
  const text = filter.text?.trim();
  if (text) {
    const part = values.add(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(`platform.fold(v.name) LIKE platform.fold(${part})`);
  }
  const score = `((CASE WHEN ${hasSkillsSql} THEN 8 ELSE 0 END)
    + (CASE coalesce((${isAvailableSql})::text, 'unknown') WHEN 'true' THEN 4 WHEN 'unknown' THEN 2 ELSE 0 END)
    + (CASE WHEN ${miles} <= 10 THEN 2 WHEN ${miles} <= 25 THEN 1 ELSE 0 END))::bigint`;
  return {
    columns: `v.id, coalesce(v.preferred_name, v.name) AS name, ${isAdultSql} AS "isAdult", ${hasSkillsSql} AS "hasSkills",
      ${isAvailableSql} AS "isAvailable", ${miles} AS miles, ${hasCredentialsSql} AS "hasCredentials", m.active_at AS "activeAt"`,
    conditions,
    by: [
      { sql: score, type: 'bigint' },
      { sql: 'm.active_at', type: 'timestamptz' },
      { sql: 'v.id', type: 'uuid' },
    ],
  };
}
