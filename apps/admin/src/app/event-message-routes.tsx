import type { RouteObject } from 'react-router';
import { screen } from './screen';

export const eventMessageRoutes: RouteObject[] = [
  {
    path: 'events/:id/messages',
    lazy: screen(
      () => import('../event-messages/message-list').then(({ MessageList }) => MessageList),
      'eventMessages',
      'money',
      'views',
    ),
  },
  {
    path: 'events/:id/messages/new',
    lazy: screen(
      () => import('../event-messages/compose-message').then(({ ComposeMessage }) => ComposeMessage),
      'eventMessages',
      'events',
    ),
  },
  {
    path: 'events/:id/messages/:messageId',
    lazy: screen(
      () => import('../event-messages/message-show').then(({ MessageShow }) => MessageShow),
      'eventMessages',
      'events',
      'money',
      'siteMessages',
      'views',
    ),
  },
];
