import ICAL from 'ical.js';

export interface CalendarEntry {
  /** Globally unique and permanent; otherwise calendars show the entry twice. */
  uid: string;
  /** Incremented by every change people are notified of: calendars ignore older or equal numbers (RFC 5545 3.8.7.4). */
  sequence: number;
  revisedAt: Date;
  startsAt: Date;
  endsAt: Date;
  /** Canceled entries stay in the file: calendars keep an entry that merely disappears. */
  cancelled: boolean;
  title: string;
  description?: string;
  location?: string;
  url?: string;
  /** Start that the series planned, for an entry that differs from its series. The UID is then the series’s. */
  recurrenceId?: Date;
  /** Starts of a recurring entry, as instants: the file needs no rules of its time zone. */
  recurrenceDates?: readonly Date[];
}

export interface Calendar {
  /** PUBLISH adds entries, CANCEL removes them. docs/decisions/calendars.md explains why REQUEST is never used. */
  method: 'PUBLISH' | 'CANCEL';
  organizer: { name: string; email: string };
  name?: string;
  entries: readonly CalendarEntry[];
}

// RFC 5545 counts the leading space of a folded line among its 75 octets, but ical.js does not.
ICAL.foldLength = 74;
// Declares these as text. ical.js doesn't know them and would add a type parameter that some calendars can't read.
for (const name of ['name', 'x-wr-calname']) ICAL.design.icalendar.property[name] = { defaultType: 'text' };

/** A property in jCal format (RFC 7265): name, parameters, type, value. */
type Property = [name: string, parameters: Record<string, string>, type: string, ...values: Array<string | number>];

/** Writes an iCalendar stream (RFC 5545, names from RFC 7986). All times are UTC, so no VTIMEZONE is needed. */
export function icalendar({ method, organizer, name, entries }: Calendar): string {
  const nameProperties: Property[] =
    name === undefined
      ? []
      : [
          text('name', name),
          text('x-wr-calname', name),
          ['refresh-interval', {}, 'duration', 'PT4H'],
          ['x-published-ttl', {}, 'unknown', 'PT4H'],
        ];
  const properties = [
    text('version', '2.0'),
    text('prodid', '-//Upstander//Upstander//EN'),
    text('calscale', 'GREGORIAN'),
    text('method', method),
    ...nameProperties,
  ];
  const events = entries.map((entry) => ['vevent', event(entry, organizer), []]);
  return ICAL.stringify(['vcalendar', properties, events]);
}

function event(entry: CalendarEntry, organizer: Calendar['organizer']): Property[] {
  const optional = (name: string, value: string | undefined) => (value ? [text(name, value)] : []);
  return [
    text('uid', entry.uid),
    instant('dtstamp', entry.revisedAt),
    instant('last-modified', entry.revisedAt),
    ['sequence', {}, 'integer', entry.sequence],
    text('status', entry.cancelled ? 'CANCELLED' : 'CONFIRMED'),
    instant('dtstart', entry.startsAt),
    instant('dtend', entry.endsAt),
    ...(entry.recurrenceId ? [instant('recurrence-id', entry.recurrenceId)] : []),
    ...(entry.recurrenceDates?.length ? [rdate(entry.recurrenceDates)] : []),
    text('summary', entry.title),
    ...optional('description', entry.description),
    ...optional('location', entry.location),
    ...(entry.url ? [['url', {}, 'uri', uri(entry.url)] satisfies Property] : []),
    ['organizer', { cn: parameter(organizer.name) }, 'cal-address', `mailto:${uri(organizer.email)}`],
  ];
}

function instant(name: string, at: Date): Property {
  return [name, {}, 'date-time', at.toISOString().replace(/\.\d+/, '')];
}

function rdate(dates: readonly Date[]): Property {
  return ['rdate', {}, 'date-time', ...dates.map((at) => at.toISOString().replace(/\.\d+/, ''))];
}

const lineBreak = /\r\n|[\r\n\u0085\u2028\u2029]/g;
// RFC 5545 allows no control characters except tabs. Lone surrogates are not valid characters.
const control = /[\p{Cc}\p{Cs}]/gu;

function text(name: string, value: string): Property {
  const lines = normalizeText(value).split(lineBreak);
  return [name, {}, 'text', lines.map((line) => line.replaceAll('\t', ' ').replace(control, '')).join('\n')];
}
/**
 * Replaces two sequences that common readers misinterpret with look-alikes: a backslash before an n, often read as a
 * line break, and quotes around the whole text, often dropped.
 */
function normalizeText(value: string): string {
  return value.replace(/\\(?=n)/gi, '＼').replace(/^"(.*)"$/s, '“$1”');
}

/** Replaces double quotes: few readers support their escaping in parameters (RFC 6868). */
function parameter(value: string): string {
  return value.replace(lineBreak, ' ').replace(control, '').replaceAll('"', '”');
}

function uri(value: string): string {
  return value.replace(/\s/gu, '%20').replace(control, '');
}
