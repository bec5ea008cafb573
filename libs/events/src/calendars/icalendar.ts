import ICAL from 'ical.js';

/** One entry of a calendar. Texts may hold anything a person typed. */
export interface CalendarEntry {
  /** Globally unique and the same for the life of the thing, or calendars show it twice. */
  uid: string;
  /** Raised with every change people are told about: calendars ignore what is not newer (RFC 5545 3.8.7.4). */
  sequence: number;
  revisedAt: Date;
  startsAt: Date;
  endsAt: Date;
  /** A cancelled entry stays and says so: one that vanishes from a file stays in the calendars that read it. */
  cancelled: boolean;
  title: string;
  description?: string;
  location?: string;
  url?: string;
}

export interface Calendar {
  /** PUBLISH for something to look at, CANCEL to take it back; see docs/decisions/calendars.md for why never REQUEST. */
  method: 'PUBLISH' | 'CANCEL';
  organizer: { name: string; email: string };
  /** The name a subscribed calendar gets. */
  name?: string;
  entries: readonly CalendarEntry[];
}

// RFC 5545 counts the blank that a folded line begins with among its 75 octets, and ical.js does not.
ICAL.foldLength = 74;
// Texts, which ical.js does not know of and would mark as such in a way that some calendars do not read.
for (const name of ['name', 'x-wr-calname']) ICAL.design.icalendar.property[name] = { defaultType: 'text' };

/** A property as jCal has it (RFC 7265): name, parameters, type, value. */
type Property = [name: string, parameters: Record<string, string>, type: string, value: string | number];

/** Writes an iCalendar stream (RFC 5545, names from RFC 7986). All times are UTC: right in every zone, no VTIMEZONE. */
export function icalendar({ method, organizer, name, entries }: Calendar): string {
  const named: Property[] =
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
    ...named,
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

const lineBreak = /\r\n|[\r\n\u0085\u2028\u2029]/g;
// RFC 5545 allows no control character but the tab; half a surrogate pair is no character at all.
const control = /[\p{Cc}\p{Cs}]/gu;

function text(name: string, value: string): Property {
  const lines = readAlike(value).split(lineBreak);
  return [name, {}, 'text', lines.map((line) => line.replaceAll('\t', ' ').replace(control, '')).join('\n')];
}
/**
 * Two things that right readers and common ones take differently: a backslash before an n (often read as a line break
 * although it is escaped) and quotes around the whole (often dropped). Their look-alikes are read the same by all.
 */
function readAlike(value: string): string {
  return value.replace(/\\(?=n)/gi, '＼').replace(/^"(.*)"$/s, '“$1”');
}

/** A parameter cannot hold a double quote but in a way that few readers undo (RFC 6868); a typographic one reads the same. */
function parameter(value: string): string {
  return value.replace(lineBreak, ' ').replace(control, '').replaceAll('"', '”');
}

function uri(value: string): string {
  return value.replace(/\s/gu, '%20').replace(control, '');
}
