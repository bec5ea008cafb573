import { CalendarFeedRow } from './calendars/calendar-feed.entity.js';
import { Event } from './events/event.entity.js';
import { FeedbackRow } from './feedback/feedback.entity.js';
import { ShiftDueRow } from './reminders/shift-due.entity.js';
import { Shift } from './shifts/shift.entity.js';
import { SignupRow } from './signups/signup.entity.js';

/** Every table of this library, for the data source. */
export const eventsEntities = [Event, Shift, SignupRow, FeedbackRow, ShiftDueRow, CalendarFeedRow];
