import { accountName } from '@upstander/identity';
import { lacksAnyCondition } from '../requirements/requirement-columns.js';
import { joinVolunteer } from '@upstander/volunteers';

/** SQL: true if sign-up `u` has or had a place. Unverified anonymous sign-ups don't count. */
export const hasPlaceCondition = `u.status IN ('confirmed', 'checked_in', 'completed') AND u.repeat_of IS NULL
  AND (u.proven_at IS NOT NULL OR u.expires_at IS NULL)`;

/** SQL: a profile value, used only for verified sign-ups. Entering an address must not reveal its owner's data. */
const verifiedValue = (column: string) => `CASE WHEN u.proven_at IS NOT NULL THEN v.${column} END`;
const birthYear = `coalesce(${verifiedValue('birth_year')}, u.birth_year)`;
const minorCondition = `(u.said_minor OR coalesce(${verifiedValue('minor')}, false))`;

/** SQL: true if volunteer `v` of sign-up `u` says they will be an adult on the day of shift `s`. */
export const isAdult = `coalesce(events.old_enough(18, s.starts_at_local::date, ${birthYear}, ${minorCondition},
  least(${verifiedValue('born_by')}, u.born_by)), false)`;

/** SQL: true if the volunteer said they are a minor, or their birth year says so. */
export const isMinor = `((${minorCondition} OR ${birthYear} IS NOT NULL) AND NOT ${isAdult})`;

/** SQL: true if the volunteer is a lead in the chapter of event `e`. */
export const isLead = `EXISTS (SELECT FROM volunteers.membership m
  WHERE m.volunteer_id = u.volunteer_id AND m.chapter_id = e.chapter_id AND m.standing = 'lead')`;

/** SQL: true if the volunteer has never completed another shift. */
export const isFirstTime = `NOT EXISTS (SELECT FROM events.signup h
  WHERE h.volunteer_id = u.volunteer_id AND h.status = 'completed' AND h.id <> u.id)`;

/** SQL: number of minors among the guests of `u` who aren't marked as absent. The first guests are the minors. */
export const minorGuests = `(least(u.minor_guests, u.guests)
  - (SELECT count(*) FROM unnest(u.absent_guests) AS a WHERE a <= least(u.minor_guests, u.guests)))::integer`;

/** SQL: number of guests who came or are expected. */
export const expectedGuests = '(u.guests - cardinality(u.absent_guests))';

export const unknownAge = `NOT ${isAdult} AND NOT ${isMinor}`;

/** SQL: everyone with a place on shift `s`, as `u` and `v`. Append further conditions. */
export const onShiftFrom = `events.signup u ${joinVolunteer('u')}
  WHERE u.shift_id = s.id AND ${hasPlaceCondition}`;

/**
 * SQL: number of adults on shift `s` who meet its requirements. Adults in a group count too, named or not, unless the
 * shift requires credentials, which only volunteers with a record have.
 */
export const adults = `((SELECT count(*) FROM ${onShiftFrom} AND ${isAdult} AND NOT (${lacksAnyCondition}))
  + CASE WHEN (s.strict_credential_ids || s.day_credential_ids) = '{}' THEN (
      SELECT coalesce(sum(${expectedGuests} - ${minorGuests}), 0) FROM ${onShiftFrom} AND u.group_name IS NOT NULL
    ) ELSE 0 END)::integer`;

export const hasLead = `EXISTS (SELECT FROM ${onShiftFrom} AND ${isLead})`;

/** SQL: true if shift `s` of event `e` has too few adults and no valid override. */
export const tooFewAdultsCondition = `(e.with_minors AND e.status = 'published' AND ${adults} < e.minimum_adults AND NOT EXISTS (
  SELECT FROM events.safeguarding_override o WHERE o.shift_id = s.id AND o.adults <= ${adults}))`;

/** SQL: leads and adults of shift `s` of event `e`, required and present, as JSON. */
export const shiftGap = `json_build_object('shiftId', s.id, 'needsLead', s.needs_lead, 'hasLead', ${hasLead},
  'adults', ${adults}, 'adultsNeeded', CASE WHEN e.with_minors THEN e.minimum_adults ELSE 0 END,
  'unknownAges', (SELECT count(*)::integer FROM ${onShiftFrom} AND u.status = 'confirmed' AND ${unknownAge}),
  'waitlistedAdults', (SELECT count(*)::integer FROM events.signup u ${joinVolunteer('u')}
    WHERE u.shift_id = s.id AND u.status = 'waitlisted' AND u.repeat_of IS NULL AND ${isAdult}),
  'tooFewAdults', ${tooFewAdultsCondition}, 'override', (
    SELECT json_build_object('adults', o.adults, 'reason', o.reason, 'by', ${accountName('o.made_by')}, 'madeAt', o.made_at)
    FROM events.safeguarding_override o
    WHERE o.shift_id = s.id ORDER BY o.made_at DESC, o.id LIMIT 1
  ))`;
