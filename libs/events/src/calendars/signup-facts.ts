/** What a mail or a calendar may say about one sign-up: the person's own words, the shift and the event. */
export interface SignupFacts {
  id: string;
  status: 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired';
  name: string;
  locale: 'en' | 'es';
  proven: boolean;
  /** Where this is a repeat: the sign-up that stands, or null when it stands no longer. */
  original: { id: string; status: SignupFacts['status']; tokenVersion: number } | null;
  tokenVersion: number;
  /** iCalendar SEQUENCE: the event's, and one more for each time an organizer moved this sign-up. */
  sequence: number;
  /** Until when the address must be confirmed; null when it is, or when an organizer vouched for it. */
  expiresAt: Date | null;
  offerExpiresAt: Date | null;
  /** The place in line, 1 = next; null when not in line. */
  position: number | null;
  role: string;
  startsAt: Date;
  endsAt: Date;
  note: string | null;
  /** Another sign-up of the same person at the same time, unless an organizer said that both are right. */
  overlap: OverlapFacts | null;
  event: EventFacts;
  /** When anything of this last changed. */
  revisedAt: Date;
}

export interface OverlapFacts {
  title: string;
  role: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

export interface EventFacts {
  id: string;
  slug: string;
  title: string;
  status: 'draft' | 'published' | 'cancelled' | 'completed';
  cancelReason: string | null;
  sequence: number;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  online: boolean;
  place: string | null;
  onlineUrl: string | null;
  contactName: string;
  contactEmail: string | null;
  bring: string | null;
  revisedAt: Date;
}

const eventColumns = `
  event.id AS event_id, event.slug, event.title, event.status AS event_status, event.cancel_reason, event.sequence,
  event.time_zone, event.starts_at AS event_starts_at, event.ends_at AS event_ends_at, event.online, event.place,
  event.online_url, event.contact_name, event.contact_email, event.bring, event.updated_at AS event_revised_at`;

/** Facts of published events (cancelled and completed ones too); append a WHERE's further conditions. */
export const selectEventFacts = `
  SELECT ${eventColumns} FROM events.event
  WHERE event.status IN ('published', 'cancelled', 'completed')`;

/**
 * The other sign-ups of a person at the time of a sign-up, as `other`: for whoever holds its personal link only. What an
 * organizer has allowed with a reason is none.
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

/** Facts of a shift and its event; append further conditions. */
export const selectShiftFacts = `
  SELECT ${eventColumns}, shift.role, shift.starts_at, shift.ends_at, shift.note
  FROM events.event JOIN events.shift ON shift.event_id = event.id
  WHERE event.status IN ('published', 'cancelled', 'completed')`;

/** Facts of sign-ups; append a WHERE over `signup`, `shift` and `event`. */
export const selectSignupFacts = `
  SELECT signup.id, signup.status, signup.name, signup.locale, signup.proven_at IS NOT NULL AS proven,
    signup.token_version, signup.moves, signup.expires_at, signup.offer_expires_at, line.position,
    original.id AS original_id, original.status AS original_status, original.token_version AS original_version,
    shift.role, shift.starts_at, shift.ends_at, shift.note, to_json(overlap) AS overlap,
    greatest(event.updated_at, signup.created_at, signup.ended_at) AS revised_at, ${eventColumns}
  FROM events.signup
  JOIN events.shift ON shift.id = signup.shift_id
  JOIN events.event ON event.id = shift.event_id
  LEFT JOIN events.signup original
    ON original.id = signup.repeat_of AND original.status IN ('confirmed', 'waitlisted', 'offered')
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS position FROM events.signup ahead
    WHERE ahead.shift_id = signup.shift_id AND ahead.status = 'waitlisted' AND ahead.line_number <= signup.line_number
  ) line ON signup.status = 'waitlisted'
  LEFT JOIN LATERAL (${overlapsOf('signup')} LIMIT 1) overlap ON true`;

export interface EventFactsRow {
  event_id: string;
  slug: string;
  title: string;
  event_status: EventFacts['status'];
  cancel_reason: string | null;
  sequence: number;
  time_zone: string;
  event_starts_at: Date;
  event_ends_at: Date;
  online: boolean;
  place: string | null;
  online_url: string | null;
  contact_name: string;
  contact_email: string | null;
  bring: string | null;
  event_revised_at: Date;
}

export interface ShiftFactsRow extends EventFactsRow {
  role: string;
  starts_at: Date;
  ends_at: Date;
  note: string | null;
}

export interface SignupFactsRow extends ShiftFactsRow {
  id: string;
  status: SignupFacts['status'];
  name: string;
  locale: SignupFacts['locale'];
  proven: boolean;
  token_version: number;
  moves: number;
  original_id: string | null;
  original_status: SignupFacts['status'] | null;
  original_version: number | null;
  expires_at: Date | null;
  offer_expires_at: Date | null;
  position: number | null;
  overlap: (Omit<OverlapFacts, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string }) | null;
  revised_at: Date;
}

export function eventFacts(row: EventFactsRow): EventFacts {
  return {
    id: row.event_id,
    slug: row.slug,
    title: row.title,
    status: row.event_status,
    cancelReason: row.cancel_reason,
    sequence: row.sequence,
    timeZone: row.time_zone,
    startsAt: row.event_starts_at,
    endsAt: row.event_ends_at,
    online: row.online,
    place: row.place,
    onlineUrl: row.online_url,
    contactName: row.contact_name,
    contactEmail: row.contact_email,
    bring: row.bring,
    revisedAt: row.event_revised_at,
  };
}

export function signupFacts(row: SignupFactsRow): SignupFacts {
  return {
    id: row.id,
    status: row.status,
    name: row.name,
    locale: row.locale,
    proven: row.proven,
    tokenVersion: row.token_version,
    sequence: row.sequence + row.moves,
    original: row.original_id
      ? { id: row.original_id, status: row.original_status ?? 'confirmed', tokenVersion: row.original_version ?? 0 }
      : null,
    expiresAt: row.expires_at,
    offerExpiresAt: row.offer_expires_at,
    position: row.position,
    role: row.role,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    note: row.note,
    overlap: row.overlap && {
      ...row.overlap,
      startsAt: new Date(row.overlap.startsAt),
      endsAt: new Date(row.overlap.endsAt),
    },
    event: eventFacts(row),
    revisedAt: row.revised_at,
  };
}
