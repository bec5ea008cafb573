export { Event } from './events/event.entity.js';
export { eventsEntities } from './events.entities.js';
export { eventChanges } from './events/event-status.js';
export { EventsModule } from './events.module.js';
export { makeDueReminders } from './reminders/make-due-reminders.processor.js';
export { ShiftTimetables } from './reminders/shift-timetables.js';
export { dayOf, timesOnTheClock, wallToInstant } from './time/wall-time.js';
