import type { EmptyMailData } from '@upstander/notifications';
import type { ChangedShift } from '../events/shift-changes.service.js';

/**
 * Emails of this library and the `data` of their rows in notifications.mail. `subject_id` is always the sign-up. Keys
 * are `<name>/<signup id>`, with a suffix for emails that a sign-up can get more than once.
 */
export interface MailData {
  'signup-confirm': Record<string, never>;
  'signup-waitlisted': Record<string, never>;
  /** key: signup-together/<first sign-up of the request> */
  'signup-together': Record<string, never>;
  /** key: signup-repeat/<signup>; the sign-up is the repeat, and its `repeat_of` the original */
  'signup-repeat': Record<string, never>;
  'signup-offer': Record<string, never>;
  /** key: reminder-day-before/<signup>/<due, epoch seconds> */
  'reminder-day-before': ReminderData;
  /** key: reminder-same-day/<signup>/<due, epoch seconds> */
  'reminder-same-day': ReminderData;
  /** key: signup-changed/<signup>/<event.sequence after the change> */
  'signup-changed': ChangedData;
  'event-cancelled': Record<string, never>;
  'signup-cancelled': CancelledData;
  /** key: signup-expired/<signup>; for an expired offer */
  'signup-expired': Record<string, never>;
  /** key: signup-nudge/<signup>; half of the time for confirming the address has passed */
  'signup-nudge': Record<string, never>;
  /** key: signup-lapsed/<signup, or the first of its request>; the address was not confirmed in time */
  'signup-lapsed': LapsedData;
  /** key: age-request/<signup>/<day> */
  'age-request': Record<string, never>;
  /** key: signup-requirements/<signup>/<start, epoch seconds>; a required credential is missing */
  'signup-requirements': RequirementsData;
  /** key: signup-released/<signup>; the credential was still missing at the deadline */
  'signup-released': Record<string, never>;
  /** key: thank-you/<signup>/<due, epoch seconds> */
  'thank-you': ReminderData;
  /** key: missed-you/<signup>/<due, epoch seconds> */
  'missed-you': ReminderData;
  /** key: organizer-message/<signup>/<random UUID> */
  'organizer-message': MessageData;
}

export type MailName = keyof MailData;

type SignupMailData = MailData;

declare module '@upstander/notifications' {
  interface MailDataByTemplate extends SignupMailData {
    /** `subject_id` is the shift. */
    'safeguarding-breach': EmptyMailData;
    /** `subject_id` is the request. key: shift-request/<request> */
    'shift-request': EmptyMailData;
    /** `subject_id` is the lead's row. */
    'shift-lead': EmptyMailData;
    /** `subject_id` is the record grant. key: co-organizer/<grant> */
    'co-organizer': EmptyMailData;
    /** `subject_id` is the recipient's row, as in the next one. Both keys are event-message/<recipient>. */
    'event-message': EmptyMailData;
    /** Sent after the event. */
    'event-follow-up': EmptyMailData;
    /** `subject_id` is the event. key: event-message-test/<random UUID> */
    'event-message-test': MessageData;
    /** `subject_id` is the first of the sign-ups. key: series-changed/<series>/<version>/<volunteer> */
    'series-changed': SeriesChangedData;
  }
}

export interface ReminderData {
  /** Shift start the reminder was made for, epoch seconds. Not sent if the shift has moved since. */
  start: number;
}

export interface ChangedData {
  before: ChangedShift['before'];
  /** True if the shift now overlaps another shift of the volunteer. */
  overlaps?: boolean;
}

/** One email per person for an edit of a series, with the result for each of their sign-ups. */
export interface SeriesChangedData {
  signups: ReadonlyArray<{ id: string; outcome: SeriesOutcome; before: ChangedShift['before'] }>;
}

export type SeriesOutcome = 'changed' | 'displaced' | 'dropped';

export interface RequirementsData extends ReminderData {
  /** When the place is released if the credential is still missing, epoch seconds. */
  releaseAt: number;
}

export interface LapsedData {
  /** True if any of them had a place, which the first email added to the calendar. */
  hadPlace: boolean;
  /** All sign-ups of the request that expired. */
  ids?: string[];
  /** Those of them that had a place. */
  places?: string[];
}

export interface CancelledData {
  /** `taker`: a recipient accepted the handed-over place; `waitlist`: it was given to the first person there. */
  by: 'volunteer' | 'organizer' | 'taker' | 'waitlist';
  reason?: string | null;
  /** With `taker`: number of this sign-up's guests who come with the recipient. */
  guests?: number;
}

/** A message in the organizer's own words, in the language they wrote it in. */
export interface MessageData {
  subject: string;
  body: string;
}
