import { CalendarFeedRow } from './calendars/calendar-feed.entity.js';
import { EventRow } from './events/event.entity.js';
import { ShiftDueRow } from './reminders/shift-due.entity.js';
import { ShiftRow } from './shifts/shift.entity.js';

/** Every table of this library, for the data source. */
export const eventsEntities = [EventRow, ShiftRow, ShiftDueRow, CalendarFeedRow];
