import { Module } from '@nestjs/common';
import { ShiftTimetables } from './reminders/shift-timetables.js';
import { ShiftChanges } from './signups/shift-changes.service.js';

@Module({
  providers: [
    // events and shifts
    // sign-ups
    ShiftChanges,
    // mails, reminders, calendars
    ShiftTimetables,
  ],
})
export class EventsModule {}
