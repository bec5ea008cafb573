import type { RouteObject } from 'react-router';
import { screen } from './screen';

/** Calendar of events, people to ask about a shift, contacts of everyone present, and registrations. */
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
    path: 'events/:id/registration',
    lazy: screen(
      () => import('../registrations/registration-settings').then(({ RegistrationSettings }) => RegistrationSettings),
      'registrations',
    ),
  },
  {
    path: 'events/:id/registrations',
    lazy: screen(
      () => import('../registrations/registration-list').then(({ RegistrationList }) => RegistrationList),
      'money',
      'registrations',
      'views',
    ),
  },
  {
    path: 'events/:id/door-list',
    lazy: screen(() => import('../registrations/door-list').then(({ DoorList }) => DoorList), 'registrations'),
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
