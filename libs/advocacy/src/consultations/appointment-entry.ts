export interface Appointment {
  /** Derived from a secret; reveals nothing. */
  uid: string;
  revision: number;
  writtenAt: Date;
  startsAt: Date;
  minutes: number;
  word: string;
}

/**
 * Returns a calendar entry (RFC 5545) without a name, place or organizer.
 * It contains no user input, so nothing needs escaping.
 */
export function appointmentEntry({ uid, revision, writtenAt, startsAt, minutes, word }: Appointment): string {
  const endsAt = new Date(startsAt.valueOf() + minutes * 60_000);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Calendar//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${instant(writtenAt)}`,
    `SEQUENCE:${revision}`,
    `DTSTART:${instant(startsAt)}`,
    `DTEND:${instant(endsAt)}`,
    `SUMMARY:${word}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${line}\r\n`)
    .join('');
}

function instant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}
