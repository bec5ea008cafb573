import { chapterBySlug } from '@upstander/identity';
import { badInput, isUuid, type NearPostcode, type Values } from '@upstander/platform';
import type { EligibleShiftFilter } from './eligible-shifts.input.js';
import type { Seeker } from './seeker.js';
import { lastDay, requiredCredentials } from '../requirements/requirement-columns.js';

/**
 * Returns SQL conditions for shifts `s` that the volunteer can take.
 * They match the partial indexes on open shifts.
 * @throws Refusal BAD_INPUT for an invalid weekday or ID
 */
export function conditionsFor(
  seeker: Seeker,
  filter: EligibleShiftFilter,
  { near, now }: { near: readonly NearPostcode[] | null; now: Date },
  values: Values,
): string[] {
  const { weekday, skillId, chapter } = filter;
  if (weekday && (weekday < 1 || weekday > 7)) throw badInput({ 'filter.weekday': 'out-of-range' });
  if (skillId && !isUuid(skillId)) throw badInput({ 'filter.skillId': 'not-an-id' });
  const at = values.add(now);
  const conditions = [
    `s.is_open AND NOT s.is_full AND s.waiting = 0 AND s.starts_at > ${at}`,
    openedCondition(seeker, at, values),
  ];
  if (seeker.shiftIds.length > 0) conditions.push(...withoutOverlap(seeker, values));
  if (seeker.volunteerId) conditions.push(oldEnoughCondition(seeker, values));
  // Evaluated only for shifts that limit first-time volunteers.
  if (!seeker.hasHelped) {
    conditions.push('(s.most_first_timers IS NULL OR events.first_timers_on(s.id) < s.most_first_timers)');
  }
  if (near) conditions.push(`(s.online OR s.postcode = ANY (${values.add(near.map(({ code }) => code))}::text[]))`);
  if (chapter) {
    conditions.push(`s.chapter_id = ${chapterBySlug(values.add(chapter))}`);
  } else if (!near && !filter.anyChapter && seeker.chapterIds.length > 0) {
    conditions.push(`s.chapter_id = ANY (${values.add(seeker.chapterIds)}::uuid[])`);
  }
  const language = filter.language?.trim().toLowerCase();
  const languages = language ? [language] : filter.anyLanguage ? [] : seeker.languages;
  if (languages.length > 0) conditions.push(`s.languages && ${values.add(languages)}::text[]`);
  if (weekday) conditions.push(`extract(isodow FROM s.starts_at_local) = ${values.add(weekday)}::integer`);
  else if (!filter.anyTime && seeker.availability.length > 0) {
    // CASE makes PostgreSQL evaluate the cheap condition first and keeps the planner from assuming that times of the
    // week are selective.
    conditions.push(
      `CASE WHEN ${nearAvailability(seeker, values)} THEN ${availabilityCondition(seeker, values)} ELSE false END`,
    );
  }
  if (skillId) conditions.push(`s.skill_ids <> '{}' AND s.skill_ids @> ARRAY[${values.add(skillId)}::uuid]`);
  return conditions;
}

function withoutOverlap({ held: heldShifts, shiftIds }: Seeker, values: Values): string[] {
  return [
    `NOT tstzrange(s.starts_at, s.ends_at, '[)') && ${values.add(heldShifts)}::tstzmultirange`,
    `s.id <> ALL (${values.add(shiftIds)}::uuid[])`,
  ];
}

/** Mirrors events.opened_to, which the sign-up path enforces. */
function openedCondition({ leadOf, memberOf }: Seeker, at: string, values: Values): string {
  const alternatives = ['s.opens_at IS NULL', `s.opens_at <= ${at}`];
  if (leadOf.length > 0) alternatives.push(`s.chapter_id = ANY (${values.add(leadOf)}::uuid[])`);
  if (memberOf.length > 0) {
    alternatives.push(`(s.opens_to_members_at <= ${at} AND s.chapter_id = ANY (${values.add(memberOf)}::uuid[]))`);
  }
  return `(${alternatives.join(' OR ')})`;
}

/** Keeps shifts for which the volunteer's age is unknown. */
function oldEnoughCondition({ birthYear, minor, bornBy }: Seeker, values: Values): string {
  const [year, isMinor, day] = [birthYear, minor, bornBy].map((value) => values.add(value));
  return `(s.minimum_age IS NULL OR events.old_enough(s.minimum_age, s.starts_at_local::date, ${year}::integer,
    ${isMinor}::boolean, ${day}::date) IS NOT FALSE)`;
}

/** SQL: a cheap pre-check that the shift is near the volunteer's availability, which excludes most shifts. */
function nearAvailability({ free: availability, timeZone }: Seeker, values: Values): string {
  return timeZone
    ? `tstzrange(s.starts_at, s.ends_at, '[)') && ${values.add(availability)}::tstzmultirange`
    : `tsrange(s.starts_at_local, s.ends_at_local, '[)') && ${values.add(availability)}::tsmultirange`;
}

/** SQL: true if at least half of the shift is within one period of the volunteer's weekly availability. */
function availabilityCondition({ availability, timeZone }: Seeker, values: Values): string {
  const localStart = timeZone ? `(s.starts_at AT TIME ZONE ${values.add(timeZone)})` : 's.starts_at_local';
  const minute = `(extract(epoch FROM ${localStart}::time) / 60)`;
  const duration = '(extract(epoch FROM s.ends_at - s.starts_at) / 60)';
  const parts = availability.map(({ weekday, from, until }) => {
    const [day, first, last] = [weekday, minutesOf(from), minutesOf(until)].map(
      (number) => `${values.add(number)}::integer`,
    );
    return `(extract(isodow FROM ${localStart}) = ${day}
      AND 2 * (least(${minute} + ${duration}, ${last}) - greatest(${minute}, ${first})) >= ${duration})`;
  });
  return `(${parts.join(' OR ')})`;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}

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
