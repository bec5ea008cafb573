import { CalendarFeedRow } from './calendars/calendar-feed.entity.js';
import { EventRow } from './events/event.entity.js';
import { FeedbackRow } from './feedback/feedback.entity.js';
import { ShiftDueRow } from './reminders/shift-due.entity.js';
import { ShiftRow } from './shifts/shift.entity.js';
import { SignupRow } from './signups/signup.entity.js';

/** Every table of this library, for the data source. */
export const eventsEntities = [EventRow, ShiftRow, SignupRow, FeedbackRow, ShiftDueRow, CalendarFeedRow];
