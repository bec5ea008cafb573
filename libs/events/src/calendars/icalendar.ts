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

/** Writes an iCalendar stream (RFC 5545, names from RFC 7986). All times are UTC: right in every zone, no VTIMEZONE. */
export function icalendar(calendar: Calendar): string {
  const named =
    calendar.name === undefined ? [] : [`NAME:${text(calendar.name)}`, `X-WR-CALNAME:${text(calendar.name)}`];
  const refreshed = named.length > 0 ? ['REFRESH-INTERVAL;VALUE=DURATION:PT4H', 'X-PUBLISHED-TTL:PT4H'] : [];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Upstander//Upstander//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${calendar.method}`,
    ...named,
    ...refreshed,
    ...calendar.entries.flatMap((entry) => event(entry, calendar.organizer)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function event(entry: CalendarEntry, organizer: Calendar['organizer']): string[] {
  const optional = (name: string, value: string | undefined) => (value ? [`${name}:${text(value)}`] : []);
  return [
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `DTSTAMP:${instant(entry.revisedAt)}`,
    `LAST-MODIFIED:${instant(entry.revisedAt)}`,
    `SEQUENCE:${entry.sequence}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART:${instant(entry.startsAt)}`,
    `DTEND:${instant(entry.endsAt)}`,
    `SUMMARY:${text(entry.title)}`,
    ...optional('DESCRIPTION', entry.description),
    ...optional('LOCATION', entry.location),
    ...(entry.url ? [`URL:${uri(entry.url)}`] : []),
    `ORGANIZER;CN=${parameter(organizer.name)}:mailto:${uri(organizer.email)}`,
    'END:VEVENT',
  ];
}

function instant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

const lineBreak = /\r\n|[\r\n\u0085\u2028\u2029]/g;
// RFC 5545 allows no control character but the tab; half a surrogate pair is no character at all.
const control = /[\p{Cc}\p{Cs}]/gu;

/** TEXT (RFC 5545 3.3.11): a line break becomes the two characters `\n`, so nothing typed can start a property. */
function text(value: string): string {
  return readAlike(value)
    .replace(/[\\;,]/g, (special) => `\\${special}`)
    .replace(lineBreak, '\\n')
    .replaceAll('\t', ' ')
    .replace(control, '');
}

/**
 * Two things that right readers and common ones take differently: a backslash before an n (often read as a line break
 * although it is escaped) and quotes around the whole (often dropped). Their look-alikes are read the same by all.
 */
function readAlike(value: string): string {
  return value.replace(/\\(?=n)/gi, '＼').replace(/^"(.*)"$/s, '“$1”');
}

/** A quoted parameter cannot hold a double quote at all; a typographic one reads the same. */
function parameter(value: string): string {
  const safe = value.replace(lineBreak, ' ').replace(control, '').replaceAll('"', '”');
  return `"${safe}"`;
}

function uri(value: string): string {
  return value.replace(/\s/gu, '%20').replace(control, '');
}

const mostOctets = 75;

/** Folds a content line at 75 octets at most (RFC 5545 3.1), never inside a character: some readers decode by line. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= mostOctets) return line;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > mostOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
