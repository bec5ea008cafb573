import { calendarUid } from '@upstander/notifications';
import type { Config } from '@upstander/platform';
import { words } from './calendar-entry.texts.generated.js';
import type { CalendarEntry } from './icalendar.js';
import { placeOf, type EventFacts, type ShiftFacts, type SignupFacts } from '../signups/signup-facts.js';

type Settings = Pick<Config, 'MAIL_DOMAIN' | 'PUBLIC_URL'>;

/**
 * Returns the calendar entry of a person's shift. Contains no personal link, because calendars are shared with families
 * and employers.
 */
export function signupEntry(signup: SignupFacts, settings: Settings): CalendarEntry {
  const { event, locale } = signup;
  const isEnded = signup.status === 'cancelled' || signup.status === 'expired';
  return {
    ...eventEntry(event, locale, settings),
    ...withGuests(shiftPart(event, locale, signup), signup),
    uid: calendarUid(signup.id, settings, signup.hasOldCalendarUid),
    // The end of a sign-up is a new revision.
    sequence: signup.sequence + (isEnded ? 1 : 0),
    revisedAt: signup.revisedAt,
    cancelled: isEnded || event.status === 'cancelled',
  };
}

export interface RegistrationEntryFacts {
  id: string;
  status: string;
  endedAt: Date | null;
  event: EventFacts;
}

/** Returns the calendar entry of a person's registration. Like those of sign-ups, it contains no personal link. */
export function registrationEntry(
  { id, status, endedAt, event }: RegistrationEntryFacts,
  locale: 'en' | 'es',
  settings: Settings,
): CalendarEntry {
  const isEnded = status === 'cancelled' || status === 'expired';
  return {
    ...eventEntry(event, locale, settings),
    uid: calendarUid(id, settings),
    // The end of a registration is a new revision.
    sequence: event.sequence + (isEnded ? 1 : 0),
    revisedAt: endedAt !== null && endedAt > event.updatedAt ? endedAt : event.updatedAt,
    cancelled: isEnded || event.status === 'cancelled',
  };
}

/** Returns the calendar entry of the confirmation page: public facts, with the UID of the email. */
export function shiftEntry(
  shift: ShiftFacts,
  signup: { id: string; locale: 'en' | 'es' },
  settings: Settings,
): CalendarEntry {
  return {
    ...eventEntry(shift.event, signup.locale, settings),
    ...shiftPart(shift.event, signup.locale, shift),
    uid: calendarUid(signup.id, settings),
  };
}

/** Appends the number of guests, but no names, because calendars are shared. */
function withGuests<T extends { description?: string }>(part: T, { guests, locale }: SignupFacts): T {
  if (guests === 0) return part;
  return { ...part, description: [words[locale].guests({ n: guests }), part.description].filter(Boolean).join('\n') };
}

function shiftPart(
  event: EventFacts,
  locale: 'en' | 'es',
  shift: Omit<ShiftFacts, 'event'>,
): Pick<CalendarEntry, 'startsAt' | 'endsAt' | 'title' | 'description'> {
  return {
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    title: `${event.title}: ${shift.role}`,
    description: describe(event, locale, shift.note),
  };
}

export function eventEntry(event: EventFacts, locale: 'en' | 'es', settings: Settings): CalendarEntry {
  return {
    uid: calendarUid(event.id, settings, event.hasOldCalendarUid),
    sequence: event.sequence,
    revisedAt: event.updatedAt,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    cancelled: event.status === 'cancelled',
    title: event.title,
    description: describe(event, locale, null),
    location: locationOf(event, locale),
    url: `${settings.PUBLIC_URL}/events/${event.slug}`,
  };
}

function locationOf(event: EventFacts, locale: 'en' | 'es'): string | undefined {
  return placeOf(event) ?? (event.online ? words[locale].online : undefined);
}

function describe(event: EventFacts, locale: 'en' | 'es', note: string | null): string | undefined {
  const contact = [event.contactName, event.contactEmail].filter(Boolean).join(', ');
  const lines = [
    note,
    event.bring && `${words[locale].bring}: ${event.bring}`,
    contact && `${words[locale].contact}: ${contact}`,
  ].filter(Boolean);
  return lines.length > 0 ? lines.join('\n') : undefined;
}
