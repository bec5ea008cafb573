import { badInput, isUuid, type NearPostcode, type Values } from '@upstander/platform';
import type { EligibleShiftFilter } from './eligible-shifts.input.js';
import type { Seeker } from './seeker.js';

/**
 * What a shift `s` must be for somebody to take it: open, with a free place that nobody waits for, ahead, and beside what
 * they hold; and where they can, as they or their profile say. In the words of the indexes of open shifts.
 * @throws Refusal BAD_INPUT for what is no weekday or id.
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
    openedTo(seeker, at, values),
  ];
  if (seeker.shiftIds.length > 0) conditions.push(...besideWhatIsHeld(seeker, values));
  if (seeker.volunteerId) conditions.push(oldEnough(seeker, values));
  // Asked of the few that look after newcomers, and of no other.
  if (!seeker.hasHelped) {
    conditions.push('(s.most_first_timers IS NULL OR events.first_timers_on(s.id) < s.most_first_timers)');
  }
  if (near) conditions.push(`(s.online OR s.postcode = ANY (${values.add(near.map(({ code }) => code))}::text[]))`);
  if (chapter) {
    conditions.push(`s.chapter_id = (SELECT id FROM identity.chapter WHERE slug = ${values.add(chapter)})`);
  } else if (!near && !filter.anyChapter && seeker.chapterIds.length > 0) {
    conditions.push(`s.chapter_id = ANY (${values.add(seeker.chapterIds)}::uuid[])`);
  }
  // What costs little to ask comes before what costs more.
  const language = filter.language?.trim().toLowerCase();
  const spoken = language ? [language] : filter.anyLanguage ? [] : seeker.languages;
  if (spoken.length > 0) conditions.push(`s.languages && ${values.add(spoken)}::text[]`);
  if (weekday) conditions.push(`extract(isodow FROM s.starts_at_local) = ${values.add(weekday)}::integer`);
  else if (!filter.anyTime && seeker.availability.length > 0) {
    // As a case, so that the cheap question is asked first and the planner does not take hours of a week for rare.
    conditions.push(`CASE WHEN ${nearWhenTheyCan(seeker, values)} THEN ${whenTheyCan(seeker, values)} ELSE false END`);
  }
  if (skillId) conditions.push(`s.skill_ids <> '{}' AND s.skill_ids @> ARRAY[${values.add(skillId)}::uuid]`);
  return conditions;
}

function besideWhatIsHeld({ held, shiftIds }: Seeker, values: Values): string[] {
  return [
    `NOT tstzrange(s.starts_at, s.ends_at, '[)') && ${values.add(held)}::tstzmultirange`,
    `s.id <> ALL (${values.add(shiftIds)}::uuid[])`,
  ];
}

/** As events.opened_to decides it, which sign-ups go by. */
function openedTo({ leadOf, memberOf }: Seeker, at: string, values: Values): string {
  const ways = ['s.opens_at IS NULL', `s.opens_at <= ${at}`];
  if (leadOf.length > 0) ways.push(`s.chapter_id = ANY (${values.add(leadOf)}::uuid[])`);
  if (memberOf.length > 0) {
    ways.push(`(s.opens_to_members_at <= ${at} AND s.chapter_id = ANY (${values.add(memberOf)}::uuid[]))`);
  }
  return `(${ways.join(' OR ')})`;
}

/** Whoever may be old enough by then is not turned away here. */
function oldEnough({ birthYear, minor, bornBy }: Seeker, values: Values): string {
  const [year, says, day] = [birthYear, minor, bornBy].map((known) => values.add(known));
  return `(s.minimum_age IS NULL OR events.old_enough(s.minimum_age, s.starts_at_local::date, ${year}::integer,
    ${says}::boolean, ${day}::date) IS NOT FALSE)`;
}

/** That it touches a time when they can, or nearly: that costs little to ask, and most shifts lie elsewhere. */
function nearWhenTheyCan({ free, timeZone }: Seeker, values: Values): string {
  return timeZone
    ? `tstzrange(s.starts_at, s.ends_at, '[)') && ${values.add(free)}::tstzmultirange`
    : `tsrange(s.starts_at_local, s.ends_at_local, '[)') && ${values.add(free)}::tsmultirange`;
}

/** That at least half of a shift lies in a part of the week in which they said they can help. */
function whenTheyCan({ availability, timeZone }: Seeker, values: Values): string {
  const begins = timeZone ? `(s.starts_at AT TIME ZONE ${values.add(timeZone)})` : 's.starts_at_local';
  const minute = `(extract(epoch FROM ${begins}::time) / 60)`;
  const lasts = '(extract(epoch FROM s.ends_at - s.starts_at) / 60)';
  const parts = availability.map(({ weekday, from, until }) => {
    const [day, first, last] = [weekday, minutesOf(from), minutesOf(until)].map(
      (number) => `${values.add(number)}::integer`,
    );
    return `(extract(isodow FROM ${begins}) = ${day}
      AND 2 * (least(${minute} + ${lasts}, ${last}) - greatest(${minute}, ${first})) >= ${lasts})`;
  });
  return `(${parts.join(' OR ')})`;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}
