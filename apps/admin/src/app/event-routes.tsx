import type { RouteObject } from 'react-router';
import { route, screen } from './screen';

export const eventRoutes: RouteObject[] = [
  route('events', async () => (await import('../events/event-list')).EventList),
  route('events/new', async () => (await import('../events/event-create')).EventCreate),
  route('events/:id/edit', async () => (await import('../events/event-edit')).EventEdit),
  route('events/:id/door', async () => (await import('../door/door')).DoorPage),
  route('events/:id/badges', async () => (await import('../roster/badge-sheet')).BadgeSheet),
  route('events/:id/print', async () => (await import('../roster/print-sheet')).PrintSheet),
  route('events/calendar', async () => (await import('../event-calendar/event-calendar')).EventCalendar),
  route('events/:id/emergency-contacts', async () => (await import('../roster/present-contacts')).PresentContacts),
  route(
    'events/:id/registration',
    async () => (await import('../registrations/registration-settings')).RegistrationSettings,
  ),
  route('events/:id/registrations', async () => (await import('../registrations/registration-list')).RegistrationList),
  route('events/:id/door-list', async () => (await import('../registrations/door-list')).DoorList),
  route('events/:id/find-people', async () => (await import('../shift-requests/find-people')).FindPeople),
  route('events/:id/messages', async () => (await import('../event-messages/message-list')).MessageList),
  route('events/:id/messages/new', async () => (await import('../event-messages/compose-message')).ComposeMessage),
  route('events/:id/messages/:messageId', async () => (await import('../event-messages/message-show')).MessageShow),
  route('events/series', async () => (await import('../series/series-list')).SeriesList),
  route('events/series/:id', async () => (await import('../series/series-show')).SeriesShow),
  route('events/series/:id/edit', async () => (await import('../series/series-edit-dates')).SeriesEditDates),
  route('events/:id/repeat', async () => (await import('../series/repeat-event')).RepeatEvent),
  {
    ...route('events/:id', async () => (await import('../events/event-show')).EventShow),
    children: [{ index: true, lazy: screen(async () => (await import('../roster/roster')).Roster) }],
  },
];
