import type { NotifiedChange } from '../events/event-consequences.js';
/**
 * Every mail this library sends, and what its row in notifications.mail carries in `data`. The row's `subject_id` is
 * always the sign-up; everything else is looked up when the mail is sent. Keys are `<name>/<signup id>`, plus what
 * tells one cause from the next where a sign-up may get the mail again.
 */
export interface MailData {
  /** key: signup-confirm/<signup> */
  'signup-confirm': Record<string, never>;
  /** key: signup-waitlisted/<signup> */
  'signup-waitlisted': Record<string, never>;
  /** key: signup-together/<the first of several sign-ups that were made in one go> */
  'signup-together': Record<string, never>;
  /** key: signup-repeat/<signup>; the sign-up is the repeat, whose `repeat_of` is the one that stands */
  'signup-repeat': Record<string, never>;
  /** key: signup-offer/<signup> */
  'signup-offer': Record<string, never>;
  /** key: reminder-day-before/<signup>/<due, epoch seconds> */
  'reminder-day-before': ReminderData;
  /** key: reminder-same-day/<signup>/<due, epoch seconds> */
  'reminder-same-day': ReminderData;
  /** key: signup-changed/<signup>/<event.sequence after the change> */
  'signup-changed': ChangedData;
  /** key: event-cancelled/<signup>; the reason is the event's */
  'event-cancelled': Record<string, never>;
  /** key: signup-cancelled/<signup> */
  'signup-cancelled': CancelledData;
  /** key: signup-expired/<signup>; for an offer that lapsed */
  'signup-expired': Record<string, never>;
  /** key: signup-nudge/<signup>; the address was not confirmed yet, and half of the time for it is over */
  'signup-nudge': Record<string, never>;
  /** key: signup-lapsed/<signup, or the first of several that were made in one go>; the address was not confirmed in time */
  'signup-lapsed': LapsedData;
  /** key: age-request/<signup>/<day> */
  'age-request': Record<string, never>;
  /** key: signup-requirements/<signup>/<start, epoch seconds>; something the shift asks for is missing */
  'signup-requirements': RequirementsData;
  /** key: signup-released/<signup>; it was still missing when the time was over */
  'signup-released': Record<string, never>;
  /** key: thank-you/<signup>/<due, epoch seconds> */
  'thank-you': ReminderData;
  /** key: missed-you/<signup>/<due, epoch seconds> */
  'missed-you': ReminderData;
  /** key: organizer-message/<signup>/<something unique> */
  'organizer-message': MessageData;
}

export type MailName = keyof MailData;

export interface ReminderData {
  /** The start the reminder was made for, epoch seconds: once the shift has moved, it is not sent. */
  start: number;
}

/** What the shift was like before; a field that is absent did not change. Instants as ISO text in UTC. */
export interface ChangedData {
  before: NotifiedChange & { role?: string; startsAt?: string; endsAt?: string; timeZone?: string };
  /** The shift now overlaps another of the person's shifts. */
  overlaps?: boolean;
}

export interface RequirementsData extends ReminderData {
  /** When the place goes on if it is still missing, epoch seconds. */
  releaseAt: number;
}

export interface LapsedData {
  /** Any of them had a place, which its first mail put into the calendar. */
  hadPlace: boolean;
  /** All that lapsed, of those that were made in one go. */
  ids?: string[];
  /** Those of them that had a place. */
  places?: string[];
}

export interface CancelledData {
  /** `taker`: somebody they offered it to has it now; `waitlist`: they gave it to the first there. */
  by: 'volunteer' | 'organizer' | 'taker' | 'waitlist';
  /** What the organizer wrote, if anything. */
  reason?: string | null;
  /** With `taker`: how many guests of this sign-up go along with the person who took the spot. */
  guests?: number;
}

/** A message in the organizer's own words, in the language they wrote it. */
export interface MessageData {
  subject: string;
  body: string;
}
