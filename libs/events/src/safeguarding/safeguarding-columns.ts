import { lacksSomething } from '../signups/requirements/requirement-columns.js';

/** Who has a place, or was there: of whoever only typed an address nothing is known. For a sign-up `u`. */
const withPlace = `u.status IN ('confirmed', 'checked_in', 'completed') AND u.repeat_of IS NULL
  AND (u.proven_at IS NOT NULL OR u.expires_at IS NULL)`;

/** What the volunteer `v` says, where the sign-up `u` is theirs: whoever types an address learns nothing of its owner. */
const known = (column: string) => `CASE WHEN u.proven_at IS NOT NULL THEN v.${column} END`;
const birthYear = `coalesce(${known('birth_year')}, u.birth_year)`;
const saidMinor = `(u.said_minor OR coalesce(${known('minor')}, false))`;

/** Whether the volunteer `v` of the sign-up `u` is an adult on the day of the shift `s`, as far as is known. */
export const isAdult = `coalesce(events.old_enough(18, s.starts_at_local::date, ${birthYear}, ${saidMinor},
  least(${known('born_by')}, u.born_by)), false)`;

/** Whether they said that they are none. */
export const isMinor = `((${saidMinor} OR ${birthYear} IS NOT NULL) AND NOT ${isAdult})`;

/** Whether they lead shifts of the chapter of the event `e`. */
export const isLead = `EXISTS (SELECT FROM volunteers.membership m
  WHERE m.volunteer_id = u.volunteer_id AND m.chapter_id = e.chapter_id AND m.standing = 'lead')`;

/** Whether they have never completed a shift, other than this one. */
export const isFirstTime = `NOT EXISTS (SELECT FROM events.signup h
  WHERE h.volunteer_id = u.volunteer_id AND h.status = 'completed' AND h.id <> u.id)`;

/** True if a volunteer has said neither that they are an adult nor that they are a minor. */
export const unknownAge = `NOT ${isAdult} AND NOT ${isMinor}`;

/** Everyone with a spot on a shift `s`, as `u` and `v`; append further conditions. */
export const onShift = `events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
  WHERE u.shift_id = s.id AND ${withPlace}`;

/** How many adults a shift `s` has, with what it asks for to its very end. */
export const adults = `(SELECT count(*)::integer FROM ${onShift} AND ${isAdult} AND NOT (${lacksSomething}))`;

/** Whether a shift `s` of the event `e` has a lead. */
export const hasLead = `EXISTS (SELECT FROM ${onShift} AND ${isLead})`;

/** Whether a shift `s` of the event `e` has too few adults, and nobody answers for it. */
export const tooFewAdults = `(e.with_minors AND e.status = 'published' AND ${adults} < e.minimum_adults AND NOT EXISTS (
  SELECT FROM events.safeguarding_override o WHERE o.shift_id = s.id AND o.adults <= ${adults}))`;

/** What a shift `s` of the event `e` has and lacks, as JSON. */
export const shiftGap = `json_build_object('shiftId', s.id, 'needsLead', s.needs_lead, 'hasLead', ${hasLead},
  'adults', ${adults}, 'adultsNeeded', CASE WHEN e.with_minors THEN e.minimum_adults ELSE 0 END,
  'unknownAges', (SELECT count(*)::integer FROM ${onShift} AND u.status = 'confirmed' AND ${unknownAge}),
  'waitlistedAdults', (SELECT count(*)::integer FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
    WHERE u.shift_id = s.id AND u.status = 'waitlisted' AND u.repeat_of IS NULL AND ${isAdult}),
  'tooFewAdults', ${tooFewAdults}, 'override', (
    SELECT json_build_object('adults', o.adults, 'reason', o.reason, 'by', a.name, 'madeAt', o.made_at)
    FROM events.safeguarding_override o LEFT JOIN identity.account a ON a.id = o.made_by
    WHERE o.shift_id = s.id ORDER BY o.made_at DESC, o.id LIMIT 1
  ))`;
