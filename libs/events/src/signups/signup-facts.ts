import { selectList, nestColumns } from '@upstander/platform';
import { Event } from '../events/event.entity.js';
import { Shift } from '../shifts/shift.entity.js';
import { dueAt, lacksCredential, requiredOfShifts } from '../requirements/requirement-columns.js';
import { Signup } from './signup.entity.js';
import { hasFreePlaces } from '../shifts/free-places.js';
import { joinVolunteer } from '@upstander/volunteers';

export const eventFields = [
  'id',
  'slug',
  'title',
  'status',
  'cancelReason',
  'sequence',
  'timeZone',
  'startsAt',
  'endsAt',
  'online',
  'place',
  'onlineUrl',
  'contactName',
  'contactEmail',
  'bring',
  'updatedAt',
  'hasOldCalendarUid',
] as const;
const shiftFields = ['role', 'startsAt', 'endsAt', 'note'] as const;
const signupFields = [
  'id',
  'status',
  'name',
  'locale',
  'verifiedAt',
  'tokenVersion',
  'expiresAt',
  'offerExpiresAt',
  'guests',
  'guestNames',
  'groupName',
  'hasOldCalendarUid',
] as const;

export type EventFacts = Pick<Event, (typeof eventFields)[number]>;

/** Returns the location of an event; for an online event, its link. */
export function placeOf(event: Pick<EventFacts, 'online' | 'place' | 'onlineUrl'>): string | null {
  return event.online ? event.onlineUrl : event.place;
}

export type ShiftFacts = Pick<Shift, (typeof shiftFields)[number]> & { event: EventFacts };

export interface SignupFacts extends Pick<Signup, (typeof signupFields)[number]>, ShiftFacts {
  /** For a repeat: the original sign-up, or null if it is no longer active. */
  original: Pick<Signup, 'id' | 'status' | 'tokenVersion'> | null;
  /** iCalendar SEQUENCE: the event's, plus the number of times an organizer moved this sign-up. */
  sequence: number;
  /** Position on the waitlist, 1 is next; null if not waitlisted. */
  position: number | null;
  /** Number of free places on the shift. People ahead on the waitlist come first. */
  freePlaces: number;
  /** Another sign-up of the volunteer at the same time, unless an organizer allowed both. */
  overlap: OverlapFacts | null;
  /** Missing credentials. Only for the owner of the address. */
  missing: MissingFacts[];
  takenOverBy: string | null;
  /** For a canceled date of a series. */
  nearest: NearestDate | null;
  /** All sign-ups of the same request, including this one. */
  together?: SignupFacts[];
  revisedAt: Date;
}

export interface MissingFacts {
  name: string;
  nameEs: string;
  how: string;
  howEs: string;
  dueAt: Date;
}

export interface OverlapFacts {
  title: string;
  role: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

/** Another date of a series to suggest instead of a canceled one. */
export interface NearestDate {
  slug: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

/**
 * SQL: the date of the same series nearest to event `event`, with open spots if any has them, and starting after `at`.
 * Includes the series it was split from or that was split from it.
 */
export const nearestDateOf = (event: string, at: string): string => `
  SELECT o.slug, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.time_zone AS "timeZone"
  FROM events.series r JOIN events.series x ON x.id = r.id OR x.continues_series_id = r.id OR x.id = r.continues_series_id
    JOIN events.event o ON o.series_id = x.id AND o.status = 'published' AND o.starts_at > ${at}
  WHERE r.id = ${event}.series_id
  ORDER BY NOT ${hasFreePlaces('o.id')},
    abs(extract(epoch FROM o.starts_at - ${event}.starts_at)), o.id LIMIT 1`;

const eventColumns = selectList(Event, 'event', eventFields, { under: 'event' });
const publishedCondition = `event.status IN ('published', 'cancelled', 'completed')`;

/** Published, canceled and completed events. Append further conditions. */
export const selectEventFacts = `SELECT ${selectList(Event, 'event', eventFields)} FROM events.event WHERE ${publishedCondition}`;

/** For `nested`. Append further conditions. */
export const selectShiftFacts = `
  SELECT ${selectList(Shift, 'shift', shiftFields)}, ${eventColumns}
  FROM events.event JOIN events.shift ON shift.event_id = event.id WHERE ${publishedCondition}`;

/** For `nestColumns`: events with their first shift, or with their own title and times. Append further conditions. */
export const selectSampleFacts = `
  SELECT DISTINCT ON (event.id) coalesce(shift.role, event.title) AS role, ${eventColumns},
    coalesce(shift.starts_at, event.starts_at) AS "startsAt", coalesce(shift.ends_at, event.ends_at) AS "endsAt"
  FROM events.event LEFT JOIN events.shift ON shift.event_id = event.id WHERE ${publishedCondition}`;

/**
 * Selects the volunteer's other sign-ups at the same time, as `other`. Show them only to the owner of the personal
 * link. Overlaps that an organizer allowed are excluded.
 */
export const overlapsOf = (signup: string): string => `
  SELECT other_event.title, other_shift.role, other_shift.starts_at AS "startsAt", other_shift.ends_at AS "endsAt",
    other_event.time_zone AS "timeZone"
  FROM events.signup other
  JOIN events.shift other_shift ON other_shift.id = other.shift_id
  JOIN events.event other_event ON other_event.id = other_shift.event_id AND other_event.status = 'published'
  WHERE other.volunteer_id = ${signup}.volunteer_id AND other.shift_id <> ${signup}.shift_id
    AND other.during && ${signup}.during AND other.repeat_of IS NULL
    AND other.overlap_reason IS NULL AND ${signup}.overlap_reason IS NULL
    AND other.status IN ('confirmed', 'waitlisted', 'offered')
    AND ${signup}.status IN ('confirmed', 'waitlisted', 'offered')
  ORDER BY other_shift.starts_at, other.id`;

/** For `signupFacts`. Append a WHERE clause over `signup`, `shift` and `event`. */
export const selectSignupFacts = `
  SELECT ${selectList(Signup, 'signup', signupFields)}, ${selectList(Shift, 'shift', shiftFields)}, ${eventColumns},
    event.sequence + signup.moves AS sequence, line.position,
    greatest(shift.capacity - shift.taken, 0) AS "freePlaces",
    CASE WHEN original.id IS NOT NULL THEN json_build_object('id', original.id, 'status', original.status,
      'tokenVersion', original.token_version) END AS original, to_json(overlap) AS overlap,
    coalesce(credentials.missing, '[]') AS missing, to_json(nearest) AS nearest,
    (SELECT taker.name FROM events.signup taker WHERE taker.taken_over_from = signup.id
      ORDER BY taker.created_at DESC LIMIT 1) AS "takenOverBy",
    greatest(event.updated_at, signup.created_at, signup.ended_at) AS "revisedAt"
  FROM events.signup
  JOIN events.shift ON shift.id = signup.shift_id
  JOIN events.event ON event.id = shift.event_id
  LEFT JOIN events.signup original
    ON original.id = signup.repeat_of AND original.status IN ('confirmed', 'waitlisted', 'offered')
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS position FROM events.signup ahead
    WHERE ahead.shift_id = signup.shift_id AND ahead.status = 'waitlisted' AND ahead.line_number <= signup.line_number
  ) line ON signup.status = 'waitlisted'
  LEFT JOIN LATERAL (${overlapsOf('signup')} LIMIT 1) overlap ON true
  LEFT JOIN LATERAL (${nearestDateOf('event', 'event.updated_at')}) nearest
    ON event.status = 'cancelled' AND event.series_id IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('name', t.name, 'nameEs', t.name_es, 'how', t.how_to_get, 'howEs', t.how_to_get_es,
      'dueAt', ${dueAt}) ORDER BY t.name) AS missing
    FROM ${requiredOfShifts} ${joinVolunteer('signup')}
    WHERE s.id = signup.shift_id AND (s.strict_credential_ids || s.day_credential_ids) <> '{}' AND ${lacksCredential}
  ) credentials ON true`;

export function signupFacts(row: object): SignupFacts {
  const facts = nestColumns<SignupFacts>(row);
  facts.missing = facts.missing.map((one) => ({ ...one, dueAt: new Date(one.dueAt) }));
  if (facts.overlap) {
    const { startsAt, endsAt } = facts.overlap;
    facts.overlap = { ...facts.overlap, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  }
  if (facts.nearest) {
    const { startsAt, endsAt } = facts.nearest;
    facts.nearest = { ...facts.nearest, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  }
  return facts;
}
