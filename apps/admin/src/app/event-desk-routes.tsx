import type { RouteObject } from 'react-router';
import { screen } from './screen';

/** Calendar of events, people to ask about a shift, and contacts of everyone present. */
export const eventDeskRoutes: RouteObject[] = [
  {
    path: 'events/calendar',
    lazy: screen(() => import('../event-calendar/event-calendar').then(({ EventCalendar }) => EventCalendar), 'events'),
  },
  {
    path: 'events/:id/emergency-contacts',
    lazy: screen(() => import('../roster/present-contacts').then(({ PresentContacts }) => PresentContacts), 'roster'),
  },
  {
    path: 'events/:id/find-people',
    lazy: screen(
      () => import('../shift-requests/find-people').then(({ FindPeople }) => FindPeople),
      'events',
      'money',
      'roster',
      'shiftRequests',
      'views',
    ),
  },
];
