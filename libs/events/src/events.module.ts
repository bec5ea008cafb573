import { Module } from '@nestjs/common';
import { CalendarController } from './calendars/calendar.controller.js';
import { CalendarFeeds } from './calendars/calendar-feeds.service.js';
import { Calendars } from './calendars/calendars.service.js';
import { CompleteEvents } from './events/complete-events.processor.js';
import { EventAccess } from './events/event-access.js';
import { EventDrafts } from './events/event-drafts.service.js';
import { EventReads } from './events/event-reads.js';
import { EventResolver } from './events/event.resolver.js';
import { EventService } from './events/event.service.js';
import { ManageEventsResolver } from './events/manage-events.resolver.js';
import { NeedsYouResolver } from './needs-you/needs-you.resolver.js';
import { NeedsYouService } from './needs-you/needs-you.service.js';
import { MakeDueReminders } from './reminders/make-due-reminders.processor.js';
import { ShiftTimetables } from './reminders/shift-timetables.js';
import { ShiftChanges } from './signups/shift-changes.service.js';

@Module({
  controllers: [CalendarController],
  providers: [
    // events and shifts
    EventAccess,
    EventResolver,
    ManageEventsResolver,
    EventReads,
    EventDrafts,
    EventService,
    CompleteEvents,
    NeedsYouResolver,
    NeedsYouService,
    // sign-ups
    ShiftChanges,
    // mails, reminders, calendars
    ShiftTimetables,
    MakeDueReminders,
    Calendars,
    CalendarFeeds,
  ],
})
export class EventsModule {}
