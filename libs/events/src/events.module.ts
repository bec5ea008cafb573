import { Module } from '@nestjs/common';
import { CalendarController } from './calendars/calendar.controller.js';
import { CalendarFeeds } from './calendars/calendar-feeds.service.js';
import { Calendars } from './calendars/calendars.service.js';
import { MakeDueReminders } from './reminders/make-due-reminders.processor.js';
import { ShiftTimetables } from './reminders/shift-timetables.js';
import { ShiftChanges } from './signups/shift-changes.service.js';

@Module({
  controllers: [CalendarController],
  providers: [
    // events and shifts
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
