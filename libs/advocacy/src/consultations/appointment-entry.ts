/** What a calendar may know of an appointment. */
export interface Appointment {
  /** Follows from a secret and tells nothing. */
  uid: string;
  revision: number;
  writtenAt: Date;
  startsAt: Date;
  minutes: number;
  word: string;
}

/**
 * A calendar entry (RFC 5545) that says that there is an appointment and nothing else: no name, no place, no organizer.
 * Nothing in it was typed by anybody, so nothing needs escaping.
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
